package org.crossborough.referral.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crossborough.referral.clock.CaseHistory.Enrolled;
import org.crossborough.referral.clock.CaseHistory.Moved;
import org.crossborough.referral.clock.LimitClock.State;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private static final Clocks CLOCKS = new Clocks(Map::of);
  private static final LocalDate RECEIVED = LocalDate.parse("2026-01-06");

  @Test
  void a_new_referral_is_acknowledged_within_two_working_days() {
    CaseHistory history = history(moved(ReferralStatus.RECEIVED, "2026-01-06"));

    LimitClock next = CLOCKS.next(history, RECEIVED).orElseThrow();

    assertThat(next.limit()).isEqualTo(TimeLimit.ACKNOWLEDGEMENT);
    assertThat(next.dueOn()).isEqualTo("2026-01-08");
    assertThat(state(history, TimeLimit.ACKNOWLEDGEMENT, "2026-01-08")).isEqualTo(State.DUE);
    assertThat(state(history, TimeLimit.ACKNOWLEDGEMENT, "2026-01-09")).isEqualTo(State.LATE);
    assertThat(state(history, TimeLimit.START, "2026-01-27")).isEqualTo(State.DUE);
    assertThat(state(history, TimeLimit.START, "2026-01-28")).isEqualTo(State.LATE);
    assertThat(next.basis()).isNotBlank();
  }

  @Test
  void a_move_on_the_last_day_is_in_time_and_one_a_day_later_is_late() {
    CaseHistory inTime =
        history(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.IN_TRIAGE, "2026-01-08"),
            moved(ReferralStatus.ASSESSMENT_OFFERED, "2026-01-20"));
    CaseHistory late =
        history(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.IN_TRIAGE, "2026-01-09"),
            moved(ReferralStatus.ASSESSMENT_OFFERED, "2026-01-21"));

    assertThat(state(inTime, TimeLimit.ACKNOWLEDGEMENT, "2026-06-01")).isEqualTo(State.MET);
    assertThat(state(inTime, TimeLimit.ASSESSMENT_OFFER, "2026-06-01")).isEqualTo(State.MET);
    assertThat(state(late, TimeLimit.ACKNOWLEDGEMENT, "2026-06-01")).isEqualTo(State.MET_LATE);
    assertThat(state(late, TimeLimit.ASSESSMENT_OFFER, "2026-06-01")).isEqualTo(State.MET_LATE);
  }

  @Test
  void a_declined_man_needs_no_assessment_and_no_start_and_his_referrer_was_told() {
    CaseHistory history =
        history(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.IN_TRIAGE, "2026-01-07"),
            moved(ReferralStatus.DECLINED, "2026-01-08"));

    assertThat(state(history, TimeLimit.ASSESSMENT_OFFER, "2026-06-01"))
        .isEqualTo(State.NOT_APPLICABLE);
    assertThat(state(history, TimeLimit.START, "2026-06-01")).isEqualTo(State.NOT_APPLICABLE);
    assertThat(state(history, TimeLimit.ENDING_TOLD, "2026-06-01")).isEqualTo(State.MET);
    assertThat(CLOCKS.next(history, LocalDate.parse("2026-06-01"))).isEmpty();
  }

  @Test
  void an_ending_that_was_recorded_days_after_it_was_decided_was_told_late() {
    Moved declined =
        new Moved(
            ReferralStatus.DECLINED,
            LocalDate.parse("2026-01-08"),
            Instant.parse("2026-01-12T10:00:00Z"));
    CaseHistory history = history(moved(ReferralStatus.RECEIVED, "2026-01-06"), declined);

    assertThat(state(history, TimeLimit.ENDING_TOLD, "2026-06-01")).isEqualTo(State.MET_LATE);
  }

  @Test
  void a_returned_referral_is_followed_up_and_counts_anew_when_it_is_complete() {
    CaseHistory history =
        history(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.RETURNED_INCOMPLETE, "2026-01-07"),
            moved(ReferralStatus.RECEIVED, "2026-01-20"));

    List<LimitClock> clocks = CLOCKS.of(history, LocalDate.parse("2026-01-20"));

    assertThat(clocks)
        .filteredOn(clock -> clock.limit() == TimeLimit.COMPLETION_FOLLOW_UP)
        .extracting(LimitClock::state)
        .containsExactly(State.MET_LATE);
    assertThat(clocks)
        .filteredOn(clock -> clock.limit() == TimeLimit.ASSESSMENT_OFFER)
        .extracting(LimitClock::state, LimitClock::startedOn)
        .containsExactly(
            tuple(State.NOT_APPLICABLE, RECEIVED), tuple(State.DUE, LocalDate.parse("2026-01-20")));
  }

  @Test
  void a_deferral_is_reviewed_on_its_day_and_a_waiting_man_every_28_days() {
    CaseHistory deferred =
        new CaseHistory(
            List.of(
                moved(ReferralStatus.RECEIVED, "2026-01-06"),
                moved(ReferralStatus.DEFERRED, "2026-01-13")),
            LocalDate.parse("2026-02-10"),
            List.of());
    CaseHistory waiting =
        history(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.ACCEPTED, "2026-01-13"),
            moved(ReferralStatus.WAITING_LIST, "2026-01-14"));

    assertThat(due(deferred, TimeLimit.DEFERRAL_REVIEW)).isEqualTo("2026-02-10");
    assertThat(state(deferred, TimeLimit.DEFERRAL_REVIEW, "2026-02-11")).isEqualTo(State.LATE);
    assertThat(due(waiting, TimeLimit.WAITING_REVIEW)).isEqualTo("2026-02-11");
    assertThat(waiting.waitingSince()).isEqualTo("2026-01-14");
    CaseHistory reviewed =
        new CaseHistory(waiting.moves(), LocalDate.parse("2026-02-25"), List.of());
    assertThat(due(reviewed, TimeLimit.WAITING_REVIEW)).isEqualTo("2026-02-25");
  }

  @Test
  void a_start_meets_both_limits_or_the_longer_alone() {
    List<Moved> moves =
        List.of(
            moved(ReferralStatus.RECEIVED, "2026-01-06"),
            moved(ReferralStatus.ALLOCATED, "2026-01-20"));
    CaseHistory history =
        new CaseHistory(
            moves, null, List.of(new Enrolled(LocalDate.parse("2026-02-02"), null, null)));

    assertThat(state(history, TimeLimit.START, "2026-06-01")).isEqualTo(State.MET_LATE);
    assertThat(state(history, TimeLimit.START_AT_ROLLING_INTAKE, "2026-06-01"))
        .isEqualTo(State.MET);
  }

  @Test
  void a_limit_of_another_length_can_be_configured() {
    Clocks patient = new Clocks(() -> Map.of(TimeLimit.START, 28));
    CaseHistory history = history(moved(ReferralStatus.RECEIVED, "2026-01-06"));

    assertThat(patient.of(history, RECEIVED))
        .filteredOn(clock -> clock.limit() == TimeLimit.START)
        .extracting(LimitClock::dueOn)
        .containsExactly(LocalDate.parse("2026-02-03"));
  }

  @Test
  void receipt_counts_from_the_day_in_london() {
    Moved lateInTheEvening =
        new Moved(
            ReferralStatus.RECEIVED,
            LocalDate.parse("2026-07-01"),
            Instant.parse("2026-07-06T23:30:00Z"));

    assertThat(due(history(lateInTheEvening), TimeLimit.ACKNOWLEDGEMENT)).isEqualTo("2026-07-09");
  }

  @Property(tries = 500)
  void whatever_happens_every_clock_is_sound_and_only_lateness_comes_with_time(
      @ForAll @Size(max = 12) List<ReferralStatus> statuses,
      @ForAll @IntRange(min = 0, max = 400) int later) {
    List<Moved> moves = new ArrayList<>(List.of(moved(ReferralStatus.RECEIVED, "2026-01-06")));
    for (ReferralStatus status : statuses) {
      LocalDate day = RECEIVED.plusDays(3L * moves.size());
      moves.add(moved(status, day.toString()));
    }
    CaseHistory history = new CaseHistory(moves, RECEIVED.plusDays(60), List.of());
    LocalDate today = RECEIVED.plusDays(3L * moves.size());

    List<LimitClock> now = CLOCKS.of(history, today);
    List<LimitClock> then = CLOCKS.of(history, today.plusDays(later));

    assertThat(then).hasSameSizeAs(now);
    for (int i = 0; i < now.size(); i++) {
      LimitClock clock = now.get(i);
      assertThat(clock.isRunning()).isEqualTo(clock.stoppedOn() == null);
      assertThat(then.get(i).dueOn()).isEqualTo(clock.dueOn());
      State state = then.get(i).state();
      assertThat(state == clock.state() || (clock.state() == State.DUE && state == State.LATE))
          .isTrue();
    }
    assertThat(now).isSortedAccordingTo(Comparator.comparing(LimitClock::dueOn));
    assertThat(Arrays.asList(TimeLimit.values()))
        .containsAll(now.stream().map(LimitClock::limit).toList());
  }

  @Test
  void what_is_next_for_a_man_who_was_put_off_is_the_review_however_late_his_start_is() {
    CaseHistory deferred =
        new CaseHistory(
            List.of(
                moved(ReferralStatus.RECEIVED, "2026-01-06"),
                moved(ReferralStatus.IN_ASSESSMENT, "2026-01-12"),
                moved(ReferralStatus.DEFERRED, "2026-01-13")),
            LocalDate.parse("2026-03-10"),
            List.of());

    LimitClock next = CLOCKS.next(deferred, LocalDate.parse("2026-03-11")).orElseThrow();

    assertThat(next.limit()).isEqualTo(TimeLimit.DEFERRAL_REVIEW);
    assertThat(next.state()).isEqualTo(State.LATE);
  }

  private static CaseHistory history(Moved... moves) {
    return new CaseHistory(List.of(moves), null, List.of());
  }

  private static Moved moved(ReferralStatus to, String day) {
    return new Moved(to, LocalDate.parse(day), Instant.parse(day + "T10:00:00Z"));
  }

  private static State state(CaseHistory history, TimeLimit limit, String today) {
    return only(history, limit, LocalDate.parse(today)).state();
  }

  private static LocalDate due(CaseHistory history, TimeLimit limit) {
    return only(history, limit, RECEIVED).dueOn();
  }

  private static LimitClock only(CaseHistory history, TimeLimit limit, LocalDate today) {
    List<LimitClock> clocks =
        CLOCKS.of(history, today).stream().filter(clock -> clock.limit() == limit).toList();
    assertThat(clocks).hasSize(1);
    return clocks.getFirst();
  }
}
