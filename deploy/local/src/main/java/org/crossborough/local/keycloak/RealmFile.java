package org.crossborough.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The platform's realm, with the demo identities added or, as it is used elsewhere, without. */
final class RealmFile {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  RealmFile(Path folder) {
    this.folder = folder;
  }

  String withoutAnybody() {
    try {
      return JSON.writeValueAsString(read("crossborough-realm.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(String name) throws IOException {
    return JSON.readTree(folder.resolve(name).toFile());
  }

  String withDemoIdentities() {
    try {
      JsonNode realm = read("crossborough-realm.json");
      JsonNode demo = read("demo-identities.json");
      append((ObjectNode) realm, demo, "clients");
      append((ObjectNode) realm, demo, "users");
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(ObjectNode realm, JsonNode demo, String field) {
    ArrayNode all = realm.withArray(field);
    demo.path(field).forEach(all::add);
  }
}
