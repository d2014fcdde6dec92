package org.crossborough.outcomes.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.Event;
import org.crossborough.outcomes.driver.OtherServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The producers' own example files, sent as they are, are understood. */
@QuarkusTest
class ConsumedEventsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @Test
  void a_referral_is_known_placed_and_assessed_by_the_examples() throws IOException {
    UUID referral = send("referral.events", "referral.received.v1", "referralId");
    var _ = send("referral.events", "assessment.completed.v1", "referralId");
    var _ = send("referral.events", "referral.allocated.v1", "referralId");

    Map<String, Object> row =
        await("participation", "run_id is not null and referral_id = ?", referral);
    assertThat(row.get("person_id")).isEqualTo(id("referral.allocated.v1", "personId"));
    assertThat(row.get("run_id")).isEqualTo(id("referral.allocated.v1", "runId"));
    assertThat(row.get("assessed_on"))
        .hasToString(example("assessment.completed.v1").get("assessedOn").asText());
    assertThat(await("known_referral", "referral_id = ?", referral).get("borough_code"))
        .isEqualTo(example("referral.received.v1").get("referringBoroughCode").asText());
  }

  @Test
  void a_run_and_an_enrolment_on_it_are_known_by_the_examples() throws IOException {
    UUID run = send("programme.events", "run.scheduled.v1", "runId");
    var _ = send("programme.events", "enrolment.planned.v1", "enrolmentId");
    var _ = send("programme.events", "enrolment.started.v1", "enrolmentId");
    var _ = send("programme.events", "attendance.recorded.v1", "enrolmentId");
    var _ = send("programme.events", "attendance.concern.v1", "enrolmentId");
    var _ = send("programme.events", "enrolment.completed.v1", "enrolmentId");

    UUID referral = id("enrolment.planned.v1", "referralId");
    Map<String, Object> row =
        await("participation", "ended_on is not null and referral_id = ?", referral);
    assertThat(row.get("countable_minutes"))
        .isEqualTo(example("attendance.recorded.v1").get("countableMinutes").asInt());
    assertThat(row.get("ended_on"))
        .hasToString(example("enrolment.completed.v1").get("completedOn").asText());
    assertThat(await("known_run", "run_id = ?", run).get("minimum_countable_minutes"))
        .isEqualTo(example("run.scheduled.v1").get("minimumCountableMinutes").asInt());
  }

  private static UUID send(String topic, String type, String key) throws IOException {
    UUID id = id(type, key);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, bytes(id.toString()), JSON.writeValueAsBytes(example(type)));
    record.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
    record.headers().add("ce_type", bytes(type));
    record.headers().add("ce_time", bytes(example(type).get("occurredAt").asText()));
    Wire.send(record);
    return id;
  }

  private static Map<String, Object> await(String table, String condition, UUID id) {
    String sql = "select * from %s where %s".formatted(table, condition);
    List<Map<String, Object>> rows =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> Psql.rows("*", sql, id), found -> found.size() == 1);
    return rows.getFirst();
  }

  private static UUID id(String type, String field) throws IOException {
    return UUID.fromString(example(type).get(field).asText());
  }

  private static JsonNode example(String type) throws IOException {
    String file = "/examples/%s.json".formatted(type);
    try (InputStream example = Event.class.getResourceAsStream(file)) {
      assertThat(example).as(file).isNotNull();
      return JSON.readTree(example);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
