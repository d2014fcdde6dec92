package org.crossborough.outcomes.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.contracts.SafetyEvent.SafetyAggregatesPublished;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.contracts.Topic;
import org.crossborough.outcomes.driver.OtherServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows follow from the set of facts: not from their order, nor from how often they came. */
@QuarkusTest
class OrderOfFactsComponentTest {

  private static final Instant AT = Instant.parse("2026-02-01T10:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";
  private static final int SHUFFLES = 15;

  /** Every table that follows from events, the facts themselves included. */
  private static final String EVERYTHING = "all read models";

  @Inject @All List<EventsConsumer> consumers;
  @Inject ReadModel model;

  private final UUID firstRun = UUID.randomUUID();
  private final UUID secondRun = UUID.randomUUID();

  @BeforeEach
  void forget() throws SQLException {
    OtherServices.forgetEverything();
  }

  @Test
  void any_order_with_any_repeats_makes_the_same_bytes_and_so_does_a_rebuild() throws SQLException {
    List<Event> facts = facts();
    apply(facts);
    Map<String, String> expected = digests();
    assertThat(expected)
        .containsOnlyKeys(
            "known_run", "known_screening", "participation", "known_referral", EVERYTHING);
    long seed = System.nanoTime();
    Random random = new Random(seed);

    for (int i = 0; i < SHUFFLES; i++) {
      OtherServices.forgetEverything();
      List<Event> told = new ArrayList<>(facts);
      facts.stream().filter(_ -> random.nextInt(3) == 0).forEach(told::add);
      Collections.shuffle(told, random);
      apply(told);
      assertThat(digests()).as("seed %d, shuffle %d", seed, i).isEqualTo(expected);
    }

    SystemWork.run(() -> QuarkusTransaction.requiringNew().run(model::rebuild));
    assertThat(digests()).isEqualTo(expected);
  }

  @Test
  void the_row_says_what_the_facts_say_at_last() throws SQLException {
    UUID man = UUID.randomUUID();
    apply(completed(man, 0));

    Map<String, Object> row = row(man);

    assertThat(row)
        .containsEntry("residence_borough_code", CAMDEN)
        .containsEntry("referrer_type", "GP")
        .containsEntry("returned_incomplete", true)
        .containsEntry("referral_status", "ALLOCATED")
        .containsEntry("decision", "ACCEPTED")
        .containsEntry("acceptance_basis", "RECEIPT")
        .containsEntry("run_id", secondRun)
        .containsEntry("enrolment_status", "COMPLETED")
        .containsEntry("outcome", "COMPLETED")
        .containsEntry("attended_sessions", 2)
        .containsEntry("countable_minutes", 200)
        // Seen twice, missed one; the one while he was away was none for him.
        .containsEntry("scheduled_sessions", 3);
    assertThat(row.get("first_countable_on")).hasToString(FIRST.toString());
    assertThat(row.get("waiting_since")).hasToString(FIRST.minusDays(10).toString());
  }

  @Test
  void a_run_that_moved_and_ended_keeps_its_borough() throws SQLException {
    apply(runs());

    Map<String, Object> first =
        Psql.rows("*", "select * from known_run where run_id = ?", firstRun).getFirst();
    Map<String, Object> second =
        Psql.rows("*", "select * from known_run where run_id = ?", secondRun).getFirst();

    assertThat(first).containsEntry("cancelled", true).containsEntry("borough_code", ISLINGTON);
    assertThat(second.get("ends_on")).hasToString(FIRST.plusDays(90).toString());
    assertThat(second.get("finished_on")).hasToString(FIRST.plusDays(88).toString());
  }

  private List<Event> facts() {
    List<Event> facts = new ArrayList<>(runs());
    for (int man = 0; man < 12; man++) {
      facts.addAll(completed(UUID.randomUUID(), man));
      facts.addAll(left(UUID.randomUUID(), man));
      facts.addAll(declined(UUID.randomUUID(), man));
    }
    facts.addAll(published());
    return facts;
  }

  /** What comes counted already: each said several times of one period, also in one moment. */
  private static List<Event> published() {
    List<Event> published = new ArrayList<>();
    for (int said = 0; said < 6; said++) {
      Instant at = at(said / 2);
      published.add(
          new EqualityProfilePublished(
              UUID.randomUUID(),
              at,
              "2025-Q4",
              said % 3 == 0 ? "STARTED" : "RECEIVED",
              List.of(
                  new EqualityCell("ETHNICITY", "A", 7 + said),
                  new EqualityCell("ETHNICITY", said % 2 == 0 ? "B" : "C", 12))));
      published.add(
          new SafetyAggregatesPublished(
              UUID.randomUUID(),
              at,
              "2025-Q4",
              "LT10",
              List.of(
                  new Cell("M-18", "TIER_4", 16 + said, 30, false),
                  new Cell("M-18", "TIER_3", null, null, true))));
    }
    published.add(new SafetyHoldPlaced(UUID.randomUUID(), at(3), UUID.randomUUID()));
    return published;
  }

  private List<Event> runs() {
    return List.of(
        scheduled(firstRun, ISLINGTON),
        scheduled(secondRun, CAMDEN),
        new RunRescheduled(secondRun, at(1), FIRST.plusDays(1), FIRST.plusDays(80)),
        new RunRescheduled(secondRun, at(2), FIRST.plusDays(2), FIRST.plusDays(90)),
        new RunFinished(secondRun, at(99), FIRST.plusDays(88)),
        new RunCancelled(firstRun, at(50)));
  }

  private static RunScheduled scheduled(UUID run, String borough) {
    return new RunScheduled(run, at(0), borough, "DEMO", 1, FIRST, FIRST.plusDays(60), 15, 1800);
  }

  /** Amended, returned, deferred, waiting, suspended for a while, transferred, corrected. */
  private List<Event> completed(UUID referral, int seed) {
    UUID person = new UUID(7, seed);
    UUID enrolment = UUID.randomUUID();
    UUID session = UUID.randomUUID();
    UUID screening = UUID.randomUUID();
    return List.of(
        new ScreeningRecorded(screening, at(0), ISLINGTON, "DEMO", "POSITIVE_REFER", FIRST),
        received(referral, person, screening, at(1)),
        new ReferralReturnedIncomplete(referral, at(2)),
        new ReferralAmended(referral, at(3), ISLINGTON, ISLINGTON, "SELF"),
        new ReferralAmended(referral, at(4), CAMDEN, ISLINGTON, "GP"),
        new AssessmentCompleted(referral, at(5), person, "DEFER", FIRST.minusDays(20)),
        new ReferralDeferred(referral, at(5), "CUSTODY", FIRST),
        new AssessmentCompleted(referral, at(6), person, "SUITABLE", FIRST.minusDays(15)),
        new ReferralAccepted(referral, at(7), person, FIRST.minusDays(12), "RECEIPT"),
        new ReferralWaiting(referral, at(7), ISLINGTON, FIRST.minusDays(12)),
        new ReferralWaiting(referral, at(8), ISLINGTON, FIRST.minusDays(10)),
        new ReferralAllocated(referral, at(9), person, firstRun, ISLINGTON, FIRST),
        new EnrolmentPlanned(enrolment, at(9), referral, person, firstRun),
        new EnrolmentStarted(enrolment, at(10), referral, firstRun, FIRST),
        attended(enrolment, referral, UUID.randomUUID(), FIRST, "ATTENDED", 100, 1),
        attended(enrolment, referral, session, FIRST.plusDays(7), "ABSENT_UNAUTHORISED", 0, 1),
        attended(enrolment, referral, session, FIRST.plusDays(7), "PARTIAL", 100, 2),
        attended(
            enrolment, referral, UUID.randomUUID(), FIRST.plusDays(8), "ABSENT_AUTHORISED", 0, 1),
        new EnrolmentSuspended(
            enrolment, day(10), referral, firstRun, "PROGRAMME_REVIEW", FIRST.plusDays(30)),
        attended(
            enrolment, referral, UUID.randomUUID(), FIRST.plusDays(14), "ABSENT_AUTHORISED", 0, 1),
        new EnrolmentResumed(enrolment, day(20), referral, firstRun),
        new EnrolmentTransferred(
            enrolment, day(21), referral, firstRun, secondRun, FIRST.plusDays(21)),
        new EnrolmentCompleted(enrolment, day(60), referral, secondRun, FIRST.plusDays(60)));
  }

  private List<Event> left(UUID referral, int seed) {
    UUID person = new UUID(8, seed);
    UUID enrolment = UUID.randomUUID();
    return List.of(
        received(referral, person, UUID.randomUUID(), at(1)),
        new ReferralAccepted(referral, at(2), person, FIRST, null),
        new ReferralAllocated(referral, at(2), person, secondRun, ISLINGTON, null),
        new EnrolmentPlanned(enrolment, at(2), referral, person, secondRun),
        attended(enrolment, referral, UUID.randomUUID(), FIRST, "ATTENDED", 30 + seed, 1),
        new EnrolmentExited(enrolment, at(5), referral, secondRun, "DROPPED_OUT", FIRST),
        new EnrolmentExited(enrolment, at(5), referral, secondRun, "CUSTODY", FIRST.plusDays(1)));
  }

  private static List<Event> declined(UUID referral, int seed) {
    UUID person = new UUID(9, seed);
    return List.of(
        received(referral, person, UUID.randomUUID(), at(1)),
        new ReferralClosed(referral, at(4), "DECLINED", "TOTAL_DENIAL", FIRST),
        new ReferralClosed(referral, at(4), "DUPLICATE", "SAME_MAN", FIRST));
  }

  private static ReferralReceived received(UUID referral, UUID person, UUID screening, Instant at) {
    return new ReferralReceived(
        referral,
        at,
        person,
        screening,
        ISLINGTON,
        ISLINGTON,
        ISLINGTON,
        "DRUG_SERVICE",
        FIRST.minusDays(40));
  }

  private AttendanceRecorded attended(
      UUID enrolment,
      UUID referral,
      UUID session,
      LocalDate on,
      String code,
      int minutes,
      int revision) {
    return new AttendanceRecorded(
        enrolment, day(0), referral, firstRun, session, on, code, minutes, minutes, revision);
  }

  private static Instant at(int minute) {
    return AT.plusSeconds(60L * minute);
  }

  private static Instant day(int day) {
    return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private void apply(List<Event> facts) {
    SystemWork.run(() ->
        QuarkusTransaction.requiringNew()
            .run(() -> {
              for (Event fact : facts) {
                consumers.stream()
                    .filter(consumer -> consumer.topics().contains(Topic.of(fact)))
                    .forEach(consumer -> consumer.on(fact));
              }
            }));
  }

  private Map<String, String> digests() throws SQLException {
    Map<String, String> digests = new LinkedHashMap<>();
    SystemWork.run(
        () -> QuarkusTransaction.requiringNew().run(() -> digests.putAll(model.digests())));
    digests.put(
        EVERYTHING,
        String.valueOf(
            Psql.rows("*", "select read_model_digest() as digest").getFirst().get("digest")));
    return digests;
  }

  private static Map<String, Object> row(UUID referral) throws SQLException {
    return Psql.rows("*", "select * from participation where referral_id = ?", referral).getFirst();
  }
}
