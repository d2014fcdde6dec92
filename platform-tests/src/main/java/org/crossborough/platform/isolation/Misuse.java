package org.crossborough.platform.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.Description.Operation;
import org.crossborough.platform.driver.PersonAtRisk;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.SealedEnvelope;

/**
 * What must be refused, or may be accepted, but never be told: requests with canaries wherever a
 * caller can put what a survivor said, rightly and wrongly, by everybody.
 */
final class Misuse {

  /** What a caller writes where the name of a field belongs; a refusal names it to him. */
  static final String FIELD_NAME = "name of a field";

  private static final String BOROUGH = "demo-borough-islington";
  private static final String STALE = "\"999999999\"";
  private static final int OVERSIZED = 120_000;
  private static final List<String> WRONG_TYPES =
      List.of(
          "text/plain",
          "application/xml",
          "application/x-www-form-urlencoded",
          "multipart/form-data; boundary=b",
          "application/json;charset=utf-16",
          "application/jose");

  private final PublicApi api;
  private final Canaries canaries;
  private final List<String> cases;
  private int calls;
  private int accepted;

  /**
   * @param cases existing ones, to which moves are tried in turn
   */
  Misuse(PublicApi api, Canaries canaries, List<String> cases) {
    this.api = api;
    this.canaries = canaries;
    this.cases = cases;
  }

  /** How many requests were sent. */
  int calls() {
    return calls;
  }

  /** How many of them were carried out. */
  int accepted() {
    return accepted;
  }

  /** Tries everything on every operation. */
  void attempt(SurvivorSide side, String referral) {
    int turn = 0;
    for (Operation operation : side.operations()) {
      String id = cases.get(turn % cases.size());
      turn++;
      if (SurvivorSide.isIntake(operation.path())) {
        continue;
      }
      rightly(operation, id);
      byEverybody(operation, id);
      malformed(operation, id);
    }
    envelopes(referral).forEach(this::send);
  }

  /** With the version that is current, so that what can be stored is stored. */
  private void rightly(Operation operation, String id) {
    String who = SurvivorSide.allowed(operation);
    Call read = Call.get("/v1/survivor-cases/" + id).as(who).with("X-Purpose", "SUPPORT_CALL");
    String etag = api.send(read).etag();
    Call filled = call(operation, id, filled(operation)).as(who);
    send(etag.isEmpty() ? filled : filled.with("If-Match", etag));
  }

  private void byEverybody(Operation operation, String id) {
    Call call =
        call(operation, id, filled(operation))
            .with("If-Match", STALE)
            .with("X-Purpose", canaries.word("purpose of a stranger"));
    send(call);
    DemoIdentity.ALL.forEach(identity -> send(call.as(identity.name())));
  }

  private void malformed(Operation operation, String id) {
    String who = SurvivorSide.allowed(operation);
    Call usual = call(operation, id, filled(operation)).as(who).with("If-Match", STALE);
    Stream.of(
            call(operation, canaries.word("path"), filled(operation)).as(who),
            at(usual, usual.path() + "?cursor=" + canaries.word("query")),
            usual.with("X-Purpose", canaries.word("purpose") + " 07700"),
            usual.with("Idempotency-Key", canaries.word("idempotency key")),
            usual.with("If-Match", canaries.word("version")),
            usual.without("Idempotency-Key"),
            usual.without("If-Match"))
        .forEach(this::send);
    if (usual.body() == null) {
      return;
    }
    WRONG_TYPES.forEach(type -> send(body(usual, filled(operation)).with("Content-Type", type)));
    brokenBodies().forEach(broken -> send(body(usual, broken)));
    send(body(usual, oversized(canaries.word("oversized body"))));
    send(body(usual, gzip(filled(operation))).with("Content-Encoding", "gzip"));
    send(body(usual, utf8("{\"%s\":1}".formatted(canaries.word(FIELD_NAME)))));
    String unknown = UUID.randomUUID().toString();
    send(call(operation, unknown, filled(operation)).as(who).with("If-Match", STALE));
  }

  private Stream<byte[]> brokenBodies() {
    String word = canaries.word("broken body");
    return Stream.of(
            "\"%s\"",
            "{\"note\":\"%s",
            "{\"note\":\"%1$s\",\"note\":\"%1$s\"}",
            "{\"reasonCode\":\"%s\"}",
            "{\"reasonCode\":{\"%s\":[]}}",
            "{\"attemptedAt\":\"%s\"}",
            "[\"%s\"]",
            "%s")
        .map(form -> form.formatted(word))
        .flatMap(text -> Stream.of(utf8(text), text.getBytes(StandardCharsets.UTF_16)));
  }

  private static byte[] oversized(String word) {
    return utf8("{\"note\":\"" + (word + " ").repeat(OVERSIZED) + "\"}");
  }

  /** Envelopes that cannot be opened or accepted, and some that can. */
  private Stream<Call> envelopes(String referral) {
    String keys = api.require(Call.get("/v1/at-risk-details/keys")).text();
    Map<String, Object> content = Map.of("referralId", referral, "persons", List.of(person()));
    String sealed = SealedEnvelope.seal(content, keys);
    String plain = "{\"referralId\":\"%s\",\"persons\":[{\"name\":\"%s\"}]}";
    Stream<String> unreadable =
        Stream.of(
            sealed.substring(0, sealed.length() / 2),
            sealed.substring(0, sealed.length() - 4) + "AAAA",
            "e30" + sealed.substring(sealed.indexOf('.')),
            plain.formatted(referral, canaries.word("plain instead of sealed")),
            SealedEnvelope.seal(canaries.word("sealed, no object"), keys),
            SealedEnvelope.seal(Map.of("persons", List.of(person())), keys),
            SealedEnvelope.seal(
                Map.of(
                    "referralId",
                    referral,
                    "persons",
                    List.of(person()),
                    canaries.word("sealed, unknown field"),
                    1),
                keys),
            SealedEnvelope.seal(
                new RawValue(
                    "{\"persons\":[{\"name\":\"%1$s\",\"name\":\"%1$s\"}]}"
                        .formatted(canaries.word("sealed, name twice"))),
                keys),
            SealedEnvelope.seal(
                Map.of("referralId", canaries.word("sealed, referral"), "persons", List.of()),
                keys),
            SealedEnvelope.seal(
                Map.of(
                    "referralId",
                    referral,
                    "persons",
                    List.of(person()),
                    "x",
                    canaries.word("sealed, large").repeat(OVERSIZED)),
                keys));
    Call whole = handOver(sealed);
    return Stream.of(
            unreadable.map(this::handOver),
            DemoIdentity.ALL.stream()
                .map(identity -> handOver(SealedEnvelope.seal(content, keys)).as(identity.name())),
            Stream.of(
                whole,
                whole.as(null),
                handOver(
                    SealedEnvelope.seal(
                        Map.of(
                            "referralId",
                            UUID.randomUUID().toString(),
                            "persons",
                            List.of(person())),
                        keys)),
                handOver(plain.formatted(referral, canaries.word("plain, as JSON")))
                    .with("Content-Type", "application/json")))
        .flatMap(calls -> calls);
  }

  private PersonAtRisk person() {
    return canaries.unreadPerson("E09000019");
  }

  private Call handOver(String envelope) {
    return BoroughClient.sealed(key(), envelope).as(BOROUGH);
  }

  private static Call call(Operation operation, String id, byte[] body) {
    String path = operation.filled(id);
    return operation.method().equals("GET") || operation.method().equals("DELETE")
        ? Call.bare(operation.method(), path)
        : Call.bodied(operation.method(), path, body).with("Idempotency-Key", key());
  }

  private static Call at(Call call, String path) {
    return new Call(call.method(), path, call.identity(), call.headers(), call.body());
  }

  private static Call body(Call call, byte[] body) {
    return new Call(call.method(), call.path(), call.identity(), call.headers(), body)
        .with("Idempotency-Key", key());
  }

  private byte[] filled(Operation operation) {
    JsonNode body =
        new FilledBody(field -> canaries.word(operation + " " + field))
            .of("body", operation.schema(), operation.example());
    return utf8(body.toString());
  }

  private void send(Call call) {
    calls++;
    try {
      if (api.exchange(call).isSuccess()) {
        accepted++;
      }
    } catch (IOException | IllegalArgumentException notSent) {
      // The door closed in the middle of a body that is too large, or the client would not send it.
    }
  }

  private static String key() {
    return "misuse-" + UUID.randomUUID();
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
