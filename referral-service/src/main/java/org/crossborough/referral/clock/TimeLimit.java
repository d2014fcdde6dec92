package org.crossborough.referral.clock;

import static org.crossborough.referral.lifecycle.ReferralStatus.AWAITING_AT_RISK_DETAILS;
import static org.crossborough.referral.lifecycle.ReferralStatus.DEFERRED;
import static org.crossborough.referral.lifecycle.ReferralStatus.IN_TRIAGE;
import static org.crossborough.referral.lifecycle.ReferralStatus.RECEIVED;
import static org.crossborough.referral.lifecycle.ReferralStatus.RETURNED_INCOMPLETE;
import static org.crossborough.referral.lifecycle.ReferralStatus.WAITING_LIST;

import java.time.LocalDate;
import java.util.Set;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What must happen by when. The numbers are defaults ({@code crossborough.clocks.days}); none of
 * them is law, and each says what it rests on.
 */
public enum TimeLimit {
  /** A person looks at what the API has taken in. */
  ACKNOWLEDGEMENT(2, Unit.WORKING_DAYS, Set.of(RECEIVED), "Common practice of referral services"),
  /** The referrer of an incomplete referral is asked again, or it is closed. */
  COMPLETION_FOLLOW_UP(
      5, Unit.WORKING_DAYS, Set.of(RETURNED_INCOMPLETE), "This service's own default"),
  /** The man is offered an assessment. */
  ASSESSMENT_OFFER(
      10,
      Unit.WORKING_DAYS,
      Set.of(RECEIVED, IN_TRIAGE, AWAITING_AT_RISK_DETAILS),
      "Common practice of perpetrator programmes"),
  /** The man starts, by the convention of treatment services. */
  START(21, Unit.DAYS, Set.of(), "Three-week convention of substance-use treatment"),
  /** The man starts, however the intakes of a rolling programme fall. */
  START_AT_ROLLING_INTAKE(42, Unit.DAYS, Set.of(), "An intake every six weeks"),
  /** Somebody looks at a man who waits for a place. */
  WAITING_REVIEW(28, Unit.DAYS, Set.of(WAITING_LIST), "This service's own default"),
  /** The deferral is looked at again, on the day that was set with it. */
  DEFERRAL_REVIEW(0, Unit.DAYS, Set.of(DEFERRED), "The review date of the deferral"),
  /** The referrer is told that it has ended; the change feed tells it once it is recorded. */
  ENDING_TOLD(1, Unit.WORKING_DAYS, Set.of(), "Common practice of perpetrator programmes");

  /** What a limit is counted in. */
  @Schema(name = "TimeLimitUnit")
  public enum Unit {
    DAYS,
    WORKING_DAYS
  }

  private final int usualDays;
  private final Unit unit;
  private final Set<ReferralStatus> runsIn;
  private final String basis;

  TimeLimit(int usualDays, Unit unit, Set<ReferralStatus> runsIn, String basis) {
    this.usualDays = usualDays;
    this.unit = unit;
    this.runsIn = runsIn;
    this.basis = basis;
  }

  int usualDays() {
    return usualDays;
  }

  /** What the number rests on. */
  String basis() {
    return basis;
  }

  /** The statuses in which the clock runs; empty where it hangs on other facts. */
  Set<ReferralStatus> runsIn() {
    return runsIn;
  }

  LocalDate due(LocalDate start, int days, WorkingDays calendar) {
    return unit == Unit.WORKING_DAYS ? calendar.after(start, days) : start.plusDays(days);
  }
}
