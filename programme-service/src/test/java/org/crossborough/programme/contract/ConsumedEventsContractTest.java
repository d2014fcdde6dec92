package org.crossborough.programme.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsumedEventsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<EventsConsumer> consumers;
  private final UUID referral = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final UUID hold = UUID.randomUUID();
  private final UUID review = UUID.randomUUID();

  @Inject
  ConsumedEventsContractTest(@All List<EventsConsumer> consumers) {
    this.consumers = consumers;
  }

  @Test
  void the_other_services_examples_drive_an_enrolment() throws IOException {
    RunFixture run = RunFixture.scheduled(1);

    consume("clear-to-start.v1", run);
    consume("safety.hold.placed.v1", run);
    consume("participant.changed.v1", run);
    consume("referral.allocated.v1", run);

    Response held = ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments");
    assertThat(held.<String>path("items[0].referralId")).isEqualTo(referral.toString());
    assertThat(held.<String>path("items[0].status")).isEqualTo("PLANNED");
    assertThat(held.<Boolean>path("items[0].clearToStart")).isTrue();
    assertThat(held.<String>path("items[0].review")).isEqualTo("PROGRAMME_REVIEW");
    assertThat(held.<String>path("items[0].participant.familyName")).isNotBlank();

    consume("safety.hold.lifted.v1", run);

    Response released = ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments");
    assertThat(released.jsonPath().getMap("items[0]")).doesNotContainKey("review");

    consume("programme-review.opened.v1", run);

    Response reviewed = ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments");
    assertThat(reviewed.<Object>path("items[0]")).isEqualTo(held.<Object>path("items[0]"));

    consume("programme-review.closed.v1", run);

    Response closed = ProgrammeApi.get("/v1/runs/" + run.id() + "/enrolments");
    assertThat(closed.<Object>path("items[0]")).isEqualTo(released.<Object>path("items[0]"));
  }

  private void consume(String type, RunFixture run) throws IOException {
    Event event = example(type, run);
    SystemWork.run(() ->
        QuarkusTransaction.requiringNew()
            .run(() ->
                consumers.stream()
                    .filter(consumer -> consumer.topics().contains(Topic.of(event)))
                    .forEach(consumer -> consumer.on(event))));
  }

  /** The example, about this test's own man and run. */
  private Event example(String type, RunFixture run) throws IOException {
    ObjectNode payload =
        (ObjectNode)
            JSON.readTree(
                Files.readAllBytes(
                    Path.of(
                        System.getProperty("crossborough.root"),
                        "event-contracts/src/main/resources/examples",
                        type + ".json")));
    replace(payload, "referralId", referral);
    replace(payload, "personId", person);
    replace(payload, "runId", run.id());
    replace(payload, "holdId", hold);
    replace(payload, "reviewId", review);
    if (payload.has("reviewOn")) {
      payload.put("reviewOn", LocalDate.now(ZoneId.of("Europe/London")).toString());
    }
    return EventCodec.decode(
        EventCatalogue.recordOf(type).orElseThrow(),
        referral,
        Instant.parse(payload.get("occurredAt").asText()),
        JSON.writeValueAsBytes(payload));
  }

  private static void replace(ObjectNode payload, String field, UUID value) {
    if (payload.has(field)) {
      payload.put(field, value.toString());
    }
  }
}
