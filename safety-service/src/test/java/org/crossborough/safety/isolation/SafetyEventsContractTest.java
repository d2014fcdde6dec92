package org.crossborough.safety.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.SafetyEvent;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.ClearToStart;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafetyEventsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UUID REFERRAL = id(1);

  static Stream<SafetyEvent> published() {
    return Stream.of(
        new AtRiskReceived(REFERRAL, Instant.parse("2026-01-06T09:30:00Z"), id(21), 1),
        new ClearToStart(REFERRAL, Instant.parse("2026-01-20T09:00:00Z")),
        new SafetyHoldPlaced(REFERRAL, Instant.parse("2026-02-10T14:00:00Z"), id(22)),
        new SafetyHoldLifted(REFERRAL, Instant.parse("2026-02-17T14:00:00Z"), id(22)),
        new SafetyAggregatesPublished(
            id(23),
            Instant.parse("2027-01-11T09:00:00Z"),
            "2026",
            "LT10_R5",
            List.of(
                new Cell("M-18", "TIER_2", null, null, true),
                new Cell("M-18", "TIER_4", 15, 30, false))));
  }

  @ParameterizedTest
  @MethodSource("published")
  void what_leaves_is_what_the_example_shows_and_nothing_more(SafetyEvent event)
      throws IOException {
    assertThat(JSON.readTree(EventCodec.encode(event))).isEqualTo(JSON.readTree(example(event)));
    assertThat(EventCodec.decode(event.getClass(), event.key(), event.occurredAt(), example(event)))
        .isEqualTo(event);
  }

  @Test
  void nothing_can_leave_that_has_no_example() {
    Set<Class<?>> shown = published().map(Event::getClass).collect(Collectors.toSet());

    assertThat(EventCatalogue.all().values())
        .filteredOn(SafetyEvent.class::isAssignableFrom)
        .hasSize(5)
        .allMatch(shown::contains);
  }

  private static byte[] example(Event event) throws IOException {
    String name = "/examples/" + EventCatalogue.typeOf(event.getClass()) + ".json";
    try (InputStream file = Event.class.getResourceAsStream(name)) {
      assertThat(file).as(name).isNotNull();
      return file.readAllBytes();
    }
  }

  private static UUID id(int number) {
    return UUID.fromString("0197f3a0-1c00-7000-8000-%012d".formatted(number));
  }
}
