package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.gateway.routing.Route;

/** One description of all services, as a caller of the gateway sees them. */
final class PlatformDescription {

  private static final String BEARER = "bearer";
  private static final String OPERATION_ID = "operationId";

  private final List<ServiceDescription> services;

  private PlatformDescription(List<ServiceDescription> services) {
    this.services = services;
  }

  static ObjectNode of(List<ServiceDescription> services, String version) {
    return new PlatformDescription(withoutConflicts(services)).document(version);
  }

  /** A renamed component changes those that refer to it, hence until nothing is left to rename. */
  private static List<ServiceDescription> withoutConflicts(List<ServiceDescription> services) {
    Set<String> conflicts = conflicts(services);
    return conflicts.isEmpty()
        ? services
        : withoutConflicts(services.stream().map(one -> one.renaming(conflicts)).toList());
  }

  private static Set<String> conflicts(List<ServiceDescription> services) {
    Map<String, JsonNode> first = new HashMap<>();
    Set<String> conflicts = new HashSet<>();
    for (ServiceDescription service : services) {
      service
          .components()
          .forEach((pointer, component) -> {
            JsonNode other = first.putIfAbsent(pointer, component);
            if (other != null && !other.equals(component)) {
              conflicts.add(pointer);
            }
          });
    }
    return conflicts;
  }

  private ObjectNode document(String version) {
    makeOperationIdsUnique();
    for (ServiceDescription service : services) {
      service.operations().forEach(PlatformDescription::secure);
      service.operations().values().forEach(DoorAnswers::addTo);
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Crossborough")
        .put("version", version)
        .put("description", "Everything the platform offers, through its one public door.");
    document.putArray("servers").addObject().put("url", "/").put("x-internal", false);
    document.putArray("security").addObject().putArray(BEARER);
    document.set("tags", tags());
    document.set("paths", paths());
    document.set("components", components());
    FileExamples.writeAsText(document);
    removeUnused(document);
    Bounds.state(document);
    return document;
  }

  /** Types that a framework describes although no operation takes or gives them. */
  private static void removeUnused(ObjectNode document) {
    ObjectNode schemas = document.withObjectProperty("components").withObjectProperty("schemas");
    boolean found = true;
    while (found) {
      Set<String> used = new HashSet<>(document.findValuesAsText("$ref"));
      found =
          schemas
              .properties()
              .removeIf(schema ->
                  !used.contains(ServiceDescription.COMPONENTS + "schemas/" + schema.getKey()));
    }
  }

  private void makeOperationIdsUnique() {
    Map<String, Long> uses =
        services.stream()
            .flatMap(service -> service.operations().values().stream())
            .collect(
                Collectors.groupingBy(
                    operation -> operation.path(OPERATION_ID).asText(), Collectors.counting()));
    for (ServiceDescription service : services) {
      for (ObjectNode operation : service.operations().values()) {
        String id = operation.path(OPERATION_ID).asText();
        if (!id.isEmpty() && uses.getOrDefault(id, 0L) > 1) {
          String prefixed = service.prefixed(id);
          operation.put(
              OPERATION_ID,
              prefixed.substring(0, 1).toLowerCase(Locale.ROOT) + prefixed.substring(1));
        }
      }
    }
  }

  /**
   * Whether a token is needed is known from the routes; which roles it must hold, from the service.
   */
  private static void secure(String methodAndPath, ObjectNode operation) {
    String[] parts = methodAndPath.split(" ", 2);
    if (Route.isAnonymous(parts[0].toUpperCase(Locale.ROOT), parts[1])) {
      operation.putArray("security");
      return;
    }
    JsonNode roles = operation.path("security").path(0);
    ArrayNode scopes = JsonNodeFactory.instance.arrayNode();
    roles.forEach(scheme -> scheme.forEach(scopes::add));
    operation.putArray("security").addObject().set(BEARER, scopes);
  }

  private ArrayNode tags() {
    Map<String, JsonNode> tags = new LinkedHashMap<>();
    services.forEach(
        service -> service.tags().forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag)));
    return JsonNodeFactory.instance.arrayNode().addAll(tags.values());
  }

  private ObjectNode paths() {
    ObjectNode paths = JsonNodeFactory.instance.objectNode();
    for (ServiceDescription service : services) {
      for (Map.Entry<String, JsonNode> path : service.paths().properties()) {
        if (paths.has(path.getKey())) {
          throw new IllegalStateException("Two services describe " + path.getKey());
        }
        paths.set(path.getKey(), path.getValue());
      }
    }
    return paths;
  }

  private ObjectNode components() {
    ObjectNode components = JsonNodeFactory.instance.objectNode();
    for (ServiceDescription service : services) {
      service
          .components()
          .forEach((pointer, component) -> {
            String[] place =
                pointer.substring(ServiceDescription.COMPONENTS.length()).split("/", 2);
            components.withObjectProperty(place[0]).set(place[1], component);
          });
    }
    DoorAnswers.define(components);
    components
        .putObject("securitySchemes")
        .putObject(BEARER)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put(
            "description",
            "An access token of the realm, checked as RFC8725 asks; operations name the roles they"
                + " take.");
    return components;
  }
}
