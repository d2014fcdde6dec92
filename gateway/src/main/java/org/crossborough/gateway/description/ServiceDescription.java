package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.crossborough.gateway.routing.Upstream;

/** What one service says about its API. */
final class ServiceDescription {

  static final String COMPONENTS = "#/components/";

  private final Upstream upstream;
  private final ObjectNode document;

  ServiceDescription(Upstream upstream, ObjectNode document) {
    if (!document.path("openapi").asText().startsWith("3.1")) {
      throw new IllegalArgumentException(upstream.service() + " does not describe itself in 3.1");
    }
    this.upstream = upstream;
    this.document = document;
  }

  /** Reads {@code <folder>/<service>/openapi.yaml}. */
  static ServiceDescription read(Path folder, Upstream upstream) {
    Path file = folder.resolve(upstream.service()).resolve("openapi.yaml");
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "%s has no description: %s is missing".formatted(upstream.service(), file));
    }
    try {
      return new ServiceDescription(upstream, YamlDocument.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ObjectNode paths() {
    return (ObjectNode) document.path("paths");
  }

  JsonNode tags() {
    return document.path("tags");
  }

  /** Every operation, by its method and path. */
  Map<String, ObjectNode> operations() {
    Map<String, ObjectNode> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : paths().properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue() instanceof ObjectNode operation && operation.has("responses")) {
          operations.put(method.getKey() + " " + path.getKey(), operation);
        }
      }
    }
    return operations;
  }

  /**
   * Every component by the pointer that a {@code $ref} uses; who may call is the gateway's word.
   */
  Map<String, JsonNode> components() {
    Map<String, JsonNode> components = new TreeMap<>();
    for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
          components.put(
              COMPONENTS + kind.getKey() + "/" + component.getKey(), component.getValue());
        }
      }
    }
    return components;
  }

  /** The same, with this service's name before the names of the {@code taken} components. */
  ServiceDescription renaming(Set<String> taken) {
    ObjectNode renamed = document.deepCopy();
    for (Map.Entry<String, JsonNode> kind : renamed.path("components").properties()) {
      ObjectNode all = (ObjectNode) kind.getValue();
      for (String name : fieldNames(all)) {
        String pointer = COMPONENTS + kind.getKey() + "/" + name;
        if (taken.contains(pointer)) {
          all.set(prefixed(name), all.remove(name));
        }
      }
    }
    return new ServiceDescription(upstream, (ObjectNode) redirect(renamed, taken));
  }

  private static List<String> fieldNames(ObjectNode object) {
    return object.propertyStream().map(Map.Entry::getKey).toList();
  }

  private JsonNode redirect(JsonNode node, Set<String> taken) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(redirect(field.getValue(), taken)));
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        array.set(index, redirect(array.get(index), taken));
      }
    } else if (node.isTextual() && taken.contains(node.asText())) {
      int name = node.asText().lastIndexOf('/') + 1;
      return TextNode.valueOf(
          node.asText().substring(0, name) + prefixed(node.asText().substring(name)));
    }
    return node;
  }

  /** {@code Page} of the referral service is {@code ReferralPage}. */
  String prefixed(String name) {
    String service = upstream.name();
    return service.charAt(0)
        + service.substring(1).toLowerCase(Locale.ROOT)
        + Character.toUpperCase(name.charAt(0))
        + name.substring(1);
  }
}
