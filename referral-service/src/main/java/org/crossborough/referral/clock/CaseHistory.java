package org.crossborough.referral.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * What clocks are computed from; nothing else has a part in them.
 *
 * @param moves every status the referral came into, oldest first, from {@code RECEIVED} on
 * @param reviewOn the next review date of a man who is deferred or waits, where one was set
 * @param enrolments what programme-service told of places on its runs
 */
public record CaseHistory(
    List<Moved> moves, @Nullable LocalDate reviewOn, List<Enrolled> enrolments) {

  /** The referral came into a status, on a day of the work, and was recorded so at an instant. */
  public record Moved(ReferralStatus to, LocalDate effectiveOn, Instant at) {

    /** Receipt is when it came here; everything else is when it was done. */
    LocalDate day() {
      return to == ReferralStatus.RECEIVED ? Occasion.londonDay(at) : effectiveOn;
    }

    boolean isEnding() {
      return switch (to) {
        case DECLINED, REDIRECTED, WITHDRAWN, CLOSED_NO_CONTACT, CLOSED_NO_RESPONSE, DUPLICATE ->
            true;
        case RECEIVED,
            RETURNED_INCOMPLETE,
            IN_TRIAGE,
            AWAITING_AT_RISK_DETAILS,
            ASSESSMENT_OFFERED,
            IN_ASSESSMENT,
            DEFERRED,
            ACCEPTED,
            WAITING_LIST,
            ALLOCATED ->
            false;
      };
    }
  }

  /** A place on a run: the first countable attendance, and the end, when there were. */
  public record Enrolled(
      @Nullable LocalDate startedOn, @Nullable LocalDate endedOn, @Nullable Instant endingToldAt) {}

  /** The status now; null before the referral's first move was read. */
  public @Nullable ReferralStatus status() {
    return moves.isEmpty() ? null : moves.getLast().to();
  }

  /** Since when it has been on the waiting list without a break; null when it is not there. */
  public @Nullable LocalDate waitingSince() {
    return status() == ReferralStatus.WAITING_LIST ? moves.getLast().day() : null;
  }
}
