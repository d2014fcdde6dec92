package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.ParticipantEvent;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.crossborough.referral.testing.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralEventsContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final UUID REFERRAL = id(1);
  private static final UUID PERSON = id(3);
  private static final UUID SCREENING = id(4);
  private static final UUID RUN = id(5);
  private static final UUID REVIEW = UUID.fromString("0197f3a0-1c00-7000-8000-0000000000d1");

  static Stream<Event> published() {
    return Stream.of(
        new ScreeningRecorded(
            SCREENING,
            Instant.parse("2026-01-05T10:05:00Z"),
            "E09000019",
            "DEMO_PERPETRATION",
            "POSITIVE_REFER",
            LocalDate.parse("2026-01-05")),
        new ReferralReceived(
            REFERRAL,
            Instant.parse("2026-01-06T09:00:00Z"),
            PERSON,
            SCREENING,
            "E09000019",
            "E09000007",
            "E09000019",
            "DRUG_SERVICE",
            LocalDate.parse("2026-01-06")),
        new ReferralTriaged(REFERRAL, Instant.parse("2026-01-07T09:00:00Z")),
        new AssessmentCompleted(
            REFERRAL,
            Instant.parse("2026-01-12T15:00:00Z"),
            PERSON,
            "SUITABLE",
            LocalDate.parse("2026-01-12")),
        new ReferralAccepted(
            REFERRAL,
            Instant.parse("2026-01-13T11:00:00Z"),
            PERSON,
            LocalDate.parse("2026-01-13"),
            "RECEIPT"),
        new ReferralClosed(
            REFERRAL,
            Instant.parse("2026-01-13T11:00:00Z"),
            "DECLINED",
            "TOTAL_DENIAL",
            LocalDate.parse("2026-01-13")),
        new ProgrammeReviewOpened(
            REFERRAL, Instant.parse("2026-01-14T09:30:00Z"), REVIEW, LocalDate.parse("2026-03-02")),
        new ProgrammeReviewClosed(REFERRAL, Instant.parse("2026-01-14T09:30:00Z"), REVIEW),
        new ReferralReturnedIncomplete(REFERRAL, Instant.parse("2026-01-07T09:30:00Z")),
        new ReferralAmended(
            REFERRAL,
            Instant.parse("2026-01-08T09:30:00Z"),
            "E09000012",
            "E09000019",
            "DRUG_SERVICE"),
        new ReferralWaiting(
            REFERRAL,
            Instant.parse("2026-01-14T09:30:00Z"),
            "E09000019",
            LocalDate.parse("2026-01-14")),
        new ReferralDeferred(
            REFERRAL,
            Instant.parse("2026-01-14T09:30:00Z"),
            "DETOX_OR_REHAB",
            LocalDate.parse("2026-02-11")),
        new EqualityProfilePublished(
            id(21),
            Instant.parse("2026-07-01T03:00:00Z"),
            "2026-Q1",
            "RECEIVED",
            List.of(
                new EqualityCell("ETHNICITY", "WHITE_BRITISH", 112),
                new EqualityCell("ETHNICITY", "NOT_STATED", 9))),
        new ReferralAllocated(
            REFERRAL,
            Instant.parse("2026-01-14T11:00:00Z"),
            PERSON,
            RUN,
            "E09000019",
            LocalDate.parse("2026-02-02")),
        new ParticipantChanged(
            PERSON,
            Instant.parse("2026-01-06T09:00:00Z"),
            REFERRAL,
            "Demo",
            "Example",
            LocalDate.parse("1985-03-02"),
            "020 7946 0000"));
  }

  @ParameterizedTest
  @MethodSource("published")
  void what_is_published_is_what_the_example_shows(Event event) throws IOException {
    assertThat(JSON.readTree(EventCodec.encode(event)))
        .isEqualTo(JSON.readTree(Examples.payload(event.getClass())));
    assertThat(
            EventCodec.decode(
                event.getClass(),
                event.key(),
                event.occurredAt(),
                Examples.payload(event.getClass())))
        .isEqualTo(event);
  }

  @Test
  void no_event_of_this_service_is_without_its_example() {
    Set<Class<?>> shown = published().map(Event::getClass).collect(Collectors.toSet());

    assertThat(EventCatalogue.all().values())
        .filteredOn(type ->
            ReferralEvent.class.isAssignableFrom(type)
                || ParticipantEvent.class.isAssignableFrom(type))
        // A tombstone has no payload to show.
        .filteredOn(type -> type != ParticipantErased.class)
        .allMatch(shown::contains);
  }

  private static UUID id(int number) {
    return UUID.fromString("0197f3a0-1c00-7000-8000-%012d".formatted(number));
  }
}
