package org.crossborough.safety.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.awaitRow;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.chassis.testing.CommittedOpenApi;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.ParticipantEvent;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ReferralEvent;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContractsComponentTest {

  private static final List<Class<? extends Event>> HEARD =
      List.of(ReferralEvent.class, ParticipantEvent.class, ProgrammeEvent.class);

  @Test
  void the_committed_description_is_the_one_that_is_served() throws IOException {
    CommittedOpenApi.assertUpToDate();
  }

  @Test
  void every_example_of_what_is_heard_can_be_applied() throws Exception {
    for (Map.Entry<String, Class<? extends Event>> type : EventCatalogue.all().entrySet()) {
      if (HEARD.stream().anyMatch(family -> family.isAssignableFrom(type.getValue()))) {
        UUID id = UUID.randomUUID();
        Wire.publish(id, example(type.getKey(), type.getValue()));
        awaitRow("select 1 from inbox where event_id = ?", id);
      }
    }
    assertThat(Psql.count("select count(*) from parked_event")).isZero();
  }

  private static Event example(String type, Class<? extends Event> event) throws IOException {
    if (event == ParticipantErased.class) {
      return new ParticipantErased(UUID.randomUUID(), Instant.parse("2026-01-06T09:00:00Z"));
    }
    try (InputStream file = Event.class.getResourceAsStream("/examples/" + type + ".json")) {
      assertThat(file).as(type).isNotNull();
      return EventCodec.decode(event, UUID.randomUUID(), Instant.EPOCH, file.readAllBytes());
    }
  }
}
