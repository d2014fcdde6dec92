package org.crossborough.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The platform's realm with the demo identities added; the one used elsewhere has none. */
final class RealmFile {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;

  RealmFile(Path folder) {
    this.folder = folder;
  }

  String withDemoIdentities() {
    try {
      JsonNode realm = JSON.readTree(folder.resolve("crossborough-realm.json").toFile());
      JsonNode demo = JSON.readTree(folder.resolve("demo-identities.json").toFile());
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
