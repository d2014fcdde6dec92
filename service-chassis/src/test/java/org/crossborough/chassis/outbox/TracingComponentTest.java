package org.crossborough.chassis.outbox;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.chassis.sample.SampleConsumer;
import org.crossborough.chassis.testing.Tokens;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.Topic;
import org.junit.jupiter.api.Test;

/** One trace from the request that leads to an event to the work of those who hear it. */
@QuarkusTest
class TracingComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  private final Outbox outbox;

  TracingComponentTest(Outbox outbox) {
    this.outbox = outbox;
  }

  @Test
  void an_event_carries_the_trace_of_the_request_that_led_to_it() {
    String id =
        given()
            .auth()
            .oauth2(Tokens.of("demo-borough-islington"))
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
            .contentType(ContentType.JSON)
            .body("{\"boroughCode\":\"E09000019\",\"text\":\"traced\"}")
            .post("/notes")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    assertThat(traceOf(UUID.fromString(id)))
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
        .doesNotContain(SPAN);
  }

  @Test
  void an_event_that_nobody_asked_for_has_a_trace_and_a_correlation_id_of_its_own() {
    UUID key = UUID.randomUUID();

    QuarkusTransaction.requiringNew()
        .run(() -> outbox.publish(new ReferralTriaged(key, Instant.now())));

    assertThat(traceOf(key)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00").doesNotContain(TRACE);
    assertThat(headersOf(key, "ce_correlationid")).hasSize(1).doesNotContain("");
  }

  @Test
  void who_hears_an_event_works_under_its_trace() {
    UUID key = UUID.randomUUID();
    String trace = "00-" + TRACE + "-" + SPAN + "-01";

    Wire.send(notStarted(key, trace));

    await().atMost(PATIENCE).until(() -> SampleConsumer.TRACES.containsKey(key));
    assertThat(SampleConsumer.TRACES.get(key))
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01")
        .doesNotContain(SPAN);
  }

  private static String traceOf(UUID key) {
    return await()
        .atMost(PATIENCE)
        .until(() -> tracesOf(key), found -> !found.isEmpty())
        .getFirst();
  }

  private static List<String> tracesOf(UUID key) {
    return headersOf(key, TraceParent.HEADER);
  }

  private static List<String> headersOf(UUID key, String name) {
    return Wire.records(Topic.REFERRAL_EVENTS).stream()
        .filter(record -> new String(record.key(), UTF_8).equals(key.toString()))
        .map(record -> record.headers().lastHeader(name))
        .filter(Objects::nonNull)
        .map(header -> new String(header.value(), UTF_8))
        .toList();
  }

  private static ProducerRecord<byte[], byte[]> notStarted(UUID key, String trace) {
    String body =
        "{\"enrolmentId\":\"%s\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"referralId\":\"%s\",\"runId\":\"%s\"}"
            .formatted(key, key, key);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topic.PROGRAMME_EVENTS.wireName(),
            key.toString().getBytes(UTF_8),
            body.getBytes(UTF_8));
    record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
    record.headers().add("ce_time", "2026-01-01T00:00:00Z".getBytes(UTF_8));
    record.headers().add("ce_type", "enrolment.not-started.v1".getBytes(UTF_8));
    record.headers().add(TraceParent.HEADER, trace.getBytes(UTF_8));
    return record;
  }
}
