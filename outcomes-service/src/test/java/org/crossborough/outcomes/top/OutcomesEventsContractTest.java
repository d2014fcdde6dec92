package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.OutcomesEvent.TopRecorded;
import org.junit.jupiter.api.Test;

/** What this service publishes, against the examples that others build on. */
class OutcomesEventsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TopRecorded event =
      new TopRecorded(
          UUID.fromString("0197f3a0-1c00-7000-8000-000000000002"),
          Instant.parse("2026-02-02T09:30:00Z"),
          UUID.fromString("0197f3a0-1c00-7000-8000-000000000001"),
          "START",
          LocalDate.parse("2026-02-01"));

  @Test
  void a_recorded_top_is_written_as_the_example() throws IOException {
    assertThat(JSON.readTree(EventCodec.encode(event))).isEqualTo(JSON.readTree(example()));
  }

  @Test
  void the_example_is_read_as_a_recorded_top() throws IOException {
    assertThat(EventCodec.decode(TopRecorded.class, event.key(), event.occurredAt(), example()))
        .isEqualTo(event);
  }

  private static byte[] example() throws IOException {
    String file = "/examples/%s.json".formatted(EventCatalogue.typeOf(TopRecorded.class));
    try (InputStream example = TopRecorded.class.getResourceAsStream(file)) {
      assertThat(example).as(file).isNotNull();
      return example == null ? new byte[0] : example.readAllBytes();
    }
  }
}
