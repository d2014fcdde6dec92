package org.crossborough.referral.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.crossborough.referral.caselist.CaseList.Case;
import org.crossborough.referral.clock.TimeLimit;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * A line of a case list as it is shown.
 *
 * @param status in the words of staff; for staff only
 * @param boroughStatus in the words for boroughs
 * @param waitingSince while on the waiting list
 * @param name the man's; for staff only, and absent once he was erased
 * @param nextAction what is due next; for staff only
 * @param assignee whose it is, as a subject of the identity provider; for staff only
 */
record CaseView(
    UUID id,
    String reference,
    String externalReference,
    @Nullable ReferralStatus status,
    BoroughStatus boroughStatus,
    String referringBoroughCode,
    Instant receivedAt,
    @Nullable LocalDate waitingSince,
    @Nullable String name,
    @Nullable NextAction nextAction,
    @Nullable String assignee) {

  /** What is due next, by when, and whether that day is past. */
  record NextAction(TimeLimit limit, LocalDate dueOn, boolean overdue) {}

  /** A line as a borough sees it: where its referral is, and nothing of how staff work on it. */
  static CaseView forBorough(Case row) {
    return new CaseView(
        row.id(),
        row.reference(),
        row.externalReference(),
        null,
        row.status().forBorough(),
        row.boroughCode(),
        row.receivedAt(),
        row.waitingSince(),
        null,
        null,
        null);
  }

  /** A line as staff see it. */
  static CaseView forStaff(Case row, LocalDate today) {
    return new CaseView(
        row.id(),
        row.reference(),
        row.externalReference(),
        row.status(),
        row.status().forBorough(),
        row.boroughCode(),
        row.receivedAt(),
        row.waitingSince(),
        name(row),
        next(row, today),
        row.assignee());
  }

  private static @Nullable String name(Case row) {
    return row.givenName() == null || row.familyName() == null
        ? null
        : row.givenName() + " " + row.familyName();
  }

  private static @Nullable NextAction next(Case row, LocalDate today) {
    return row.nextLimit() == null || row.nextDueOn() == null
        ? null
        : new NextAction(row.nextLimit(), row.nextDueOn(), row.nextDueOn().isBefore(today));
  }
}
