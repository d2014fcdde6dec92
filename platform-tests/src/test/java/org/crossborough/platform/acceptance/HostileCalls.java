package org.crossborough.platform.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description.Operation;

/**
 * Requests that no well-meaning caller sends, made from an operation's own description: broken
 * bodies, bodies with one field gone wrong, odd addresses, odd headers. None carries a version that
 * is current, so none may change what is there.
 */
final class HostileCalls {

  private static final String STALE = "\"999999999\"";
  private static final String UNKNOWN = "019b0000-0000-7000-8000-000000000000";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<byte[]> BROKEN_BODIES =
      List.of(
          utf8(""),
          utf8(" "),
          utf8("null"),
          utf8("true"),
          utf8("[]"),
          utf8("[{}]"),
          utf8("\"text\""),
          utf8("17"),
          utf8("1e999999"),
          utf8("NaN"),
          utf8("{"),
          utf8("{\"a\":}"),
          utf8("{\"a\":1,\"a\":2}"),
          utf8("{\"id\":\"\\ud800\"}"),
          utf8("{\"\\u0000\":\"\\u0000\"}"),
          utf8("{\"__proto__\":{\"polluted\":true}}"),
          utf8("\ufeff{}"),
          utf8("[".repeat(5_000) + "]".repeat(5_000)),
          utf8("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
          utf8("{\"a\":" + "9".repeat(100_000) + "}"),
          utf8("{\"a\":\"" + "x".repeat(3_000_000) + "\"}"),
          "{\"a\":1}".getBytes(StandardCharsets.UTF_16),
          new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2, 3},
          new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'});

  private static final List<JsonNode> WRONG_VALUES =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.numberNode(-1),
          JSON.numberNode(0.5),
          JSON.numberNode(new BigInteger("9".repeat(40))),
          JSON.numberNode(1e308),
          JSON.textNode(""),
          JSON.textNode(" "),
          JSON.textNode("\u0000"),
          JSON.textNode("\ud83d\ude00\u202e\u0301"),
          JSON.textNode("x".repeat(70_000)),
          JSON.textNode("'; drop table referral; --"),
          JSON.textNode("${jndi:ldap://127.0.0.1/a}"),
          JSON.textNode("9999-99-99"),
          JSON.textNode("+999999999-12-31"),
          JSON.textNode("-999999999-01-01"),
          JSON.textNode("00000000-0000-0000-0000-000000000000"),
          JSON.arrayNode(),
          JSON.arrayNode().add(JSON.nullNode()),
          JSON.objectNode(),
          JSON.objectNode().set("nested", JSON.objectNode().put("deep", 1)));

  private static final List<String> ODD_SEGMENTS =
      List.of(
          UNKNOWN,
          "0",
          "null",
          "%00",
          "%2e%2e",
          "%2F",
          "..%2f..%2fetc%2fpasswd",
          "%F0%9F%98%80",
          "%FF",
          "'%20or%20'1'='1",
          "x".repeat(2_000),
          "ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final List<String> ODD_QUERY_VALUES =
      List.of(
          "",
          "-1",
          "0",
          "99999999999999999999",
          "%00",
          "%F0%9F%98%80",
          "%FF",
          "'",
          "NaN",
          "2026-02-30",
          "+999999999-12-31",
          "a,b,,c",
          "x".repeat(2_000));

  private static final List<String> CONTENT_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/json;charset=utf-16",
          "application/json;charset=nonsense",
          "multipart/form-data",
          "application/x-www-form-urlencoded",
          "nonsense",
          "*/*");

  private HostileCalls() {}

  static Stream<Call> to(Operation operation) {
    return Stream.of(
            brokenBodies(operation),
            wrongFields(operation),
            oddAddresses(operation),
            oddQueries(operation),
            oddHeaders(operation))
        .flatMap(calls -> calls);
  }

  private static Stream<Call> brokenBodies(Operation operation) {
    return BROKEN_BODIES.stream().map(body -> call(operation, operation.filled(UNKNOWN), body));
  }

  private static Stream<Call> wrongFields(Operation operation) {
    return operation.example() instanceof ObjectNode example
        ? mutations(example)
            .map(body -> call(operation, operation.filled(UNKNOWN), utf8(body.toString())))
        : Stream.empty();
  }

  /** The example with one field at a time missing or wrong, at every depth. */
  private static Stream<JsonNode> mutations(ObjectNode example) {
    Stream<JsonNode> here =
        example.properties().stream().map(field -> field.getKey()).toList().stream()
            .flatMap(name ->
                Stream.concat(
                    Stream.of(example.deepCopy().without(name)),
                    WRONG_VALUES.stream().map(value -> example.deepCopy().set(name, value))));
    Stream<JsonNode> added = Stream.of(example.deepCopy().put("unknownField", 1));
    Stream<JsonNode> below =
        example.properties().stream()
            .flatMap(field ->
                below(field.getValue())
                    .map(value -> example.deepCopy().set(field.getKey(), value)));
    return Stream.of(here, added, below).flatMap(bodies -> bodies);
  }

  private static Stream<JsonNode> below(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> mutations(object);
      case ArrayNode array when !array.isEmpty() ->
          Stream.concat(
              Stream.of(many(array.get(0))),
              Stream.concat(WRONG_VALUES.stream(), below(array.get(0)))
                  .map(item -> JSON.arrayNode().add(item)));
      default -> Stream.empty();
    };
  }

  private static JsonNode many(JsonNode item) {
    ArrayNode many = JSON.arrayNode();
    for (int i = 0; i < 2_000; i++) {
      many.add(item);
    }
    return many;
  }

  private static Stream<Call> oddAddresses(Operation operation) {
    return operation.path().contains("{")
        ? ODD_SEGMENTS.stream()
            .map(segment -> call(operation, operation.filled(segment), body(operation)))
        : Stream.empty();
  }

  private static Stream<Call> oddQueries(Operation operation) {
    return operation.queries().stream()
        .flatMap(name ->
            ODD_QUERY_VALUES.stream()
                .map(value ->
                    call(
                        operation,
                        operation.filled(UNKNOWN) + "?" + name + "=" + value,
                        body(operation))));
  }

  private static Stream<Call> oddHeaders(Operation operation) {
    Call usual = call(operation, operation.filled(UNKNOWN), body(operation));
    Stream<Call> types = CONTENT_TYPES.stream().map(type -> usual.with("Content-Type", type));
    Stream<Call> rest =
        Stream.of(
            usual.with("Accept", "application/xml"),
            usual.with("Accept", "nonsense"),
            usual.with("If-Match", "nonsense"),
            usual.with("If-Match", "\"-1\""),
            usual.with("If-Match", "W/\"0\""),
            usual.with("If-Match", "\"99999999999999999999\""),
            usual.without("If-Match"),
            usual.with("If-None-Match", "nonsense"),
            usual.with("Idempotency-Key", "x".repeat(300)),
            usual.with("Idempotency-Key", " "),
            usual.without("Idempotency-Key"),
            usual.without("Content-Type"),
            usual.with("X-Purpose", "x".repeat(1_000)),
            usual.with("X-Correlation-ID", "x".repeat(1_000)),
            usual.with("traceparent", "nonsense"));
    return Stream.concat(types, rest);
  }

  private static Call call(Operation operation, String path, byte[] body) {
    Call call =
        operation.method().equals("GET") || operation.method().equals("DELETE")
            ? Call.bare(operation.method(), path)
            : Call.bodied(operation.method(), path, body)
                .with("Content-Type", operation.mediaType())
                .with("Idempotency-Key", Names.unique("hostile"));
    return call.with("If-Match", STALE).with("X-Purpose", "COMPLAINT");
  }

  private static byte[] body(Operation operation) {
    return utf8(operation.example().toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
