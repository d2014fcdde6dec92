package org.crossborough.gateway.description;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What the gateway itself adds to every operation: headers on its answers, and refusals that no
 * service knows of ({@code docs/door.md}).
 */
final class DoorAnswers {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Access-Control-Allow-Origin",
          "The page's own origin, where an operator has named it; never all",
          "RateLimit",
          "What is left for this caller, as in draft-ietf-httpapi-ratelimit-headers",
          "RateLimit-Policy",
          "The rule that is counted by, of the same draft",
          "X-Correlation-ID",
          "Names this request in every log");

  /** An origin is a scheme, a host of 253 characters and a port; the others are shorter. */
  private static final int LONGEST = 300;

  private static final String AGAIN = "Retry-After";

  private record Answer(String status, String meaning, boolean saysWhen) {}

  private static final List<Answer> REFUSALS =
      List.of(
          new Answer("429", "More requests came than are allowed", true),
          new Answer("500", "A fault of ours; it names the request and nothing else", false),
          new Answer("503", "A service this request needs is not available", true),
          new Answer("504", "A service this request needs did not answer in time", true));

  private DoorAnswers() {}

  /** Adds them to an operation, and leaves alone what its service has said. */
  static void addTo(ObjectNode operation) {
    ObjectNode responses = operation.withObjectProperty("responses");
    REFUSALS.forEach(refusal -> {
      if (!responses.has(refusal.status())) {
        responses
            .putObject(refusal.status())
            .put("description", refusal.meaning())
            .putObject("content")
            .putObject("application/problem+json")
            .putObject("schema")
            .put("$ref", "#/components/schemas/Problem");
      }
      if (refusal.saysWhen()) {
        refer(responses.withObjectProperty(refusal.status()), AGAIN);
      }
    });
    responses.forEach(response -> {
      if (response instanceof ObjectNode answer) {
        HEADERS.keySet().stream().sorted().forEach(header -> refer(answer, header));
      }
    });
  }

  private static void refer(ObjectNode response, String header) {
    response
        .withObjectProperty("headers")
        .putObject(header)
        .put("$ref", "#/components/headers/" + header);
  }

  /** What {@link #addTo} refers to. */
  static void define(ObjectNode components) {
    ObjectNode headers = components.withObjectProperty("headers");
    HEADERS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(header ->
            schemaOf(header.getKey(), header.getValue(), headers)
                .put("type", "string")
                .put("maxLength", LONGEST));
    schemaOf(AGAIN, "Seconds after which to send the same request again", headers)
        .put("type", "integer")
        .put("format", "int32")
        .put("minimum", 1)
        .put("maximum", 86_400);
  }

  private static ObjectNode schemaOf(String name, String meaning, ObjectNode headers) {
    return headers.putObject(name).put("description", meaning).putObject("schema");
  }
}
