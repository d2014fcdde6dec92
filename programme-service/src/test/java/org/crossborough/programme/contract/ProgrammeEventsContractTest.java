package org.crossborough.programme.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.EventCatalogue;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentClosed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.FollowOnBegan;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeEventsContractTest {

  private static final UUID REFERRAL = UUID.fromString("019b7a10-0000-7000-8000-000000000001");
  private static final UUID PERSON = UUID.fromString("019b7a10-0000-7000-8000-000000000002");
  private static final UUID RUN = UUID.fromString("019b7a10-0000-7000-8000-000000000011");
  private static final UUID OTHER_RUN = UUID.fromString("019b7a10-0000-7000-8000-000000000012");
  private static final UUID FOLLOW_ON = UUID.fromString("019b7a10-0000-7000-8000-000000000013");
  private static final UUID SESSION = UUID.fromString("019b7a10-0000-7000-8000-000000000021");
  private static final UUID NEXT = UUID.fromString("019b7a10-0000-7000-8000-000000000022");
  private static final UUID MAN = UUID.fromString("019b7a10-0000-7000-8000-000000000031");
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<ProgrammeEvent> events() {
    return Stream.of(
        new RunScheduled(
            RUN,
            Instant.parse("2026-01-12T09:30:00Z"),
            "E09000019",
            "MEN_AND_MASCULINITIES",
            1,
            LocalDate.of(2026, 2, 2),
            LocalDate.of(2026, 3, 20),
            15,
            1800),
        new EnrolmentPlanned(MAN, Instant.parse("2026-01-20T14:00:00Z"), REFERRAL, PERSON, RUN),
        new EnrolmentStarted(
            MAN, Instant.parse("2026-02-02T16:10:00Z"), REFERRAL, RUN, LocalDate.of(2026, 2, 2)),
        new EnrolmentNotStarted(MAN, Instant.parse("2026-02-09T16:10:00Z"), REFERRAL, RUN),
        new EnrolmentExited(
            MAN,
            Instant.parse("2026-02-16T16:10:00Z"),
            REFERRAL,
            RUN,
            "DROPPED_OUT",
            LocalDate.of(2026, 2, 13)),
        new EnrolmentCompleted(
            MAN, Instant.parse("2026-03-20T16:10:00Z"), REFERRAL, RUN, LocalDate.of(2026, 3, 20)),
        new AttendanceRecorded(
            MAN,
            Instant.parse("2026-02-02T16:10:00Z"),
            REFERRAL,
            RUN,
            SESSION,
            LocalDate.of(2026, 2, 2),
            "ATTENDED",
            300,
            150,
            1),
        new AttendanceConcernRaised(
            MAN, Instant.parse("2026-02-03T16:10:00Z"), REFERRAL, NEXT, "ABSENT_UNAUTHORISED"),
        new EnrolmentSuspended(
            MAN,
            Instant.parse("2026-02-16T16:10:00Z"),
            REFERRAL,
            RUN,
            "PROGRAMME_REVIEW",
            LocalDate.of(2026, 3, 2)),
        new EnrolmentResumed(MAN, Instant.parse("2026-03-02T10:00:00Z"), REFERRAL, RUN),
        new EnrolmentTransferred(
            MAN,
            Instant.parse("2026-03-02T10:00:00Z"),
            REFERRAL,
            RUN,
            OTHER_RUN,
            LocalDate.of(2026, 3, 3)),
        new FollowOnBegan(
            MAN,
            Instant.parse("2026-05-11T10:00:00Z"),
            REFERRAL,
            FOLLOW_ON,
            LocalDate.of(2026, 5, 11)),
        new EnrolmentClosed(
            MAN, Instant.parse("2026-11-02T10:00:00Z"), REFERRAL, RUN, LocalDate.of(2026, 11, 2)),
        new RiskDisclosed(
            MAN, Instant.parse("2026-02-16T16:10:00Z"), REFERRAL, "NEW_PARTNER", "URGENT"),
        new RunRescheduled(
            RUN,
            Instant.parse("2026-02-16T16:10:00Z"),
            LocalDate.of(2026, 2, 2),
            LocalDate.of(2026, 8, 10)),
        new RunCancelled(RUN, Instant.parse("2026-02-16T16:10:00Z")),
        new RunFinished(RUN, Instant.parse("2026-08-10T16:10:00Z"), LocalDate.of(2026, 8, 10)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_event_is_written_exactly_as_its_example(ProgrammeEvent event) throws IOException {
    JsonNode written = JSON.readTree(Objects.requireNonNull(EventCodec.encode(event)));

    assertThat(written).isEqualTo(JSON.readTree(example(event.getClass())));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_example_is_read_back_as_the_event(ProgrammeEvent event) throws IOException {
    assertThat(
            EventCodec.decode(
                event.getClass(), event.key(), event.occurredAt(), example(event.getClass())))
        .isEqualTo(event);
  }

  @Test
  void every_event_of_the_topic_has_an_example_here() {
    assertThat(events().map(event -> event.getClass().getName()))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(ProgrammeEvent.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  private static byte[] example(Class<? extends ProgrammeEvent> type) throws IOException {
    return Files.readAllBytes(
        Path.of(
            System.getProperty("crossborough.root"),
            "event-contracts/src/main/resources/examples",
            EventCatalogue.typeOf(type) + ".json"));
  }
}
