package org.crossborough.outcomes.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.jspecify.annotations.Nullable;

/**
 * What happened to generated men of two boroughs, told at any time and in any order, with
 * corrections, transfers between boroughs and men who come twice. Nobody in it is real.
 */
final class RandomHistory {

  static final List<String> BOROUGHS = List.of("E09000019", "E09000007");

  private static final Instant BEGINNING = Instant.parse("2026-02-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.parse("2026-02-02");
  private static final int DAYS = 100;
  private static final int RUNS = 4;
  private static final int SESSIONS = 4;
  private static final List<String> CODES =
      List.of("ATTENDED", "PARTIAL", "MAKE_UP", "ABSENT_AUTHORISED", "NOT_REQUIRED");

  /**
   * A TOP that was handed in.
   *
   * @param supersededAt when it ceased to count; null while it counts
   */
  record Top(
      UUID id,
      UUID referral,
      UUID person,
      String borough,
      String stage,
      LocalDate on,
      @Nullable Integer alcohol,
      @Nullable Integer life,
      Instant receivedAt,
      @Nullable Instant supersededAt) {}

  private final Random random;
  private final List<Event> facts = new ArrayList<>();
  private final List<Top> tops = new ArrayList<>();
  private final List<UUID> runs = new ArrayList<>();
  private final List<UUID> screenings = new ArrayList<>();

  private RandomHistory(Random random) {
    this.random = random;
  }

  static RandomHistory of(Random random, int men) {
    RandomHistory history = new RandomHistory(random);
    for (int run = 0; run < RUNS; run++) {
      history.addRun(run);
    }
    for (int screening = 0; screening < men; screening++) {
      history.addScreening();
    }
    UUID person = UUID.randomUUID();
    for (int man = 0; man < men; man++) {
      person = random.nextInt(6) == 0 ? person : UUID.randomUUID();
      history.addMan(person);
    }
    return history;
  }

  List<Event> facts() {
    return facts;
  }

  List<Top> tops() {
    return tops;
  }

  /** A moment within the history, the same for the same number of the same history. */
  Instant cut(int number, int of) {
    return BEGINNING.plus(Duration.ofDays(DAYS).multipliedBy(number).dividedBy(of));
  }

  private void addRun(int number) {
    UUID run = UUID.randomUUID();
    runs.add(run);
    String borough = BOROUGHS.get(number % BOROUGHS.size());
    String template = number < 2 ? "DEMO_A" : "DEMO_B";
    LocalDate end = FIRST.plusDays(40);
    facts.add(new RunScheduled(run, early(), borough, template, 1, FIRST, end, 15, 240));
    if (some(2)) {
      facts.add(new RunRescheduled(run, moment(), FIRST.plusDays(3), end.plusDays(9)));
    }
    if (some(2)) {
      facts.add(new RunFinished(run, moment(), end.minusDays(2)));
    }
  }

  private void addScreening() {
    UUID screening = UUID.randomUUID();
    screenings.add(screening);
    String result = some(4) ? "NEGATIVE" : "POSITIVE_DISCLOSED";
    facts.add(new ScreeningRecorded(screening, moment(), borough(), "DEMO", result, day(20)));
  }

  private void addMan(UUID person) {
    UUID referral = UUID.randomUUID();
    UUID enrolment = UUID.randomUUID();
    UUID run = oneOf(runs);
    String borough = borough();
    Instant told = early();
    facts.add(
        new ReferralReceived(
            referral,
            told,
            person,
            oneOf(screenings),
            borough,
            borough,
            borough,
            some(2) ? "DRUG_SERVICE" : "SOCIAL_CARE",
            day(10)));
    maybe(3, new ReferralReturnedIncomplete(referral, moment()));
    maybe(3, new ReferralAmended(referral, moment(), borough, borough, "SOCIAL_CARE"));
    maybe(1, new AssessmentCompleted(referral, moment(), person, "SUITABLE", day(20)));
    maybe(2, new ReferralAccepted(referral, moment(), person, day(25), "RECEIPT"));
    maybe(6, new ReferralClosed(referral, moment(), "DECLINED", "NOT_SUITABLE", day(30)));
    maybe(9, new ReferralClosed(referral, moment(), "DUPLICATE", "DUPLICATE", day(30)));
    facts.add(new ReferralAllocated(referral, moment(), person, run, borough, FIRST));
    facts.add(new EnrolmentPlanned(enrolment, moment(), referral, person, run));
    for (int session = 0; session < SESSIONS; session++) {
      addSession(enrolment, referral, run);
    }
    maybe(3, new EnrolmentSuspended(enrolment, moment(), referral, run, "ILLNESS", day(60)));
    maybe(3, new EnrolmentResumed(enrolment, moment(), referral, run));
    UUID next = oneOf(runs);
    maybe(3, new EnrolmentTransferred(enrolment, moment(), referral, run, next, day(30)));
    maybe(3, new EnrolmentExited(enrolment, moment(), referral, run, "DISENGAGED", day(40)));
    maybe(2, new EnrolmentCompleted(enrolment, moment(), referral, run, day(45)));
    addTops(referral, person, borough, told);
  }

  private void addSession(UUID enrolment, UUID referral, UUID run) {
    UUID session = UUID.randomUUID();
    LocalDate held = day(40);
    int revisions = 1 + random.nextInt(3);
    for (int revision = 1; revision <= revisions; revision++) {
      int minutes = 30 * random.nextInt(5);
      // A revision now and then claims the number of another.
      int number = some(6) ? 1 : revision;
      facts.add(
          new AttendanceRecorded(
              enrolment,
              moment(),
              referral,
              run,
              session,
              held,
              oneOf(CODES),
              minutes + 10,
              minutes,
              number));
    }
  }

  private void addTops(UUID referral, UUID person, String borough, Instant told) {
    for (String stage : List.of("START", "REVIEW", "EXIT")) {
      LocalDate on = stage.equals("START") ? FIRST.plusDays(random.nextInt(14)) : day(60);
      Instant received = told.plusSeconds(1 + random.nextInt(40 * 86_400));
      Instant superseded = some(4) ? received.plusSeconds(random.nextInt(20 * 86_400)) : null;
      Integer alcohol = some(5) ? null : random.nextInt(29);
      tops.add(
          new Top(
              UUID.randomUUID(),
              referral,
              person,
              borough,
              stage,
              on,
              alcohol,
              random.nextInt(21),
              received,
              superseded));
    }
  }

  private void maybe(int oneIn, Event fact) {
    if (random.nextInt(oneIn) == 0) {
      facts.add(fact);
    }
  }

  private boolean some(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** In the first third: what others come after. */
  private Instant early() {
    return BEGINNING.plusSeconds(random.nextInt(DAYS / 3 * 86_400));
  }

  private Instant moment() {
    return BEGINNING.plusSeconds(random.nextInt(DAYS * 86_400));
  }

  private LocalDate day(int within) {
    return FIRST.plusDays(random.nextInt(within));
  }

  private String borough() {
    return oneOf(BOROUGHS);
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
