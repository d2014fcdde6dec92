package org.crossborough.referral.lifecycle;

import static org.crossborough.referral.lifecycle.ReferralStatus.ACCEPTED;
import static org.crossborough.referral.lifecycle.ReferralStatus.ALLOCATED;
import static org.crossborough.referral.lifecycle.ReferralStatus.ASSESSMENT_OFFERED;
import static org.crossborough.referral.lifecycle.ReferralStatus.AWAITING_AT_RISK_DETAILS;
import static org.crossborough.referral.lifecycle.ReferralStatus.CLOSED_NO_CONTACT;
import static org.crossborough.referral.lifecycle.ReferralStatus.CLOSED_NO_RESPONSE;
import static org.crossborough.referral.lifecycle.ReferralStatus.DECLINED;
import static org.crossborough.referral.lifecycle.ReferralStatus.DEFERRED;
import static org.crossborough.referral.lifecycle.ReferralStatus.DUPLICATE;
import static org.crossborough.referral.lifecycle.ReferralStatus.IN_ASSESSMENT;
import static org.crossborough.referral.lifecycle.ReferralStatus.IN_TRIAGE;
import static org.crossborough.referral.lifecycle.ReferralStatus.RECEIVED;
import static org.crossborough.referral.lifecycle.ReferralStatus.REDIRECTED;
import static org.crossborough.referral.lifecycle.ReferralStatus.RETURNED_INCOMPLETE;
import static org.crossborough.referral.lifecycle.ReferralStatus.WAITING_LIST;
import static org.crossborough.referral.lifecycle.ReferralStatus.WITHDRAWN;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every legal move of a referral. There is no other list. */
enum ReferralTransition {
  /** The only one that comes from nowhere. */
  RECEIVE(Set.of(), RECEIVED),
  RETURN_INCOMPLETE(Set.of(RECEIVED), RETURNED_INCOMPLETE),
  COMPLETE(Set.of(RETURNED_INCOMPLETE), RECEIVED),
  CLOSE_NO_RESPONSE(Set.of(RETURNED_INCOMPLETE), CLOSED_NO_RESPONSE),
  MARK_DUPLICATE(Set.of(RECEIVED), DUPLICATE),
  BEGIN_TRIAGE(Set.of(RECEIVED), IN_TRIAGE),
  REQUEST_AT_RISK_DETAILS(Set.of(IN_TRIAGE), AWAITING_AT_RISK_DETAILS),
  OFFER_ASSESSMENT(Set.of(IN_TRIAGE, AWAITING_AT_RISK_DETAILS), ASSESSMENT_OFFERED),
  ASSESS(Set.of(ASSESSMENT_OFFERED, IN_ASSESSMENT), IN_ASSESSMENT),
  CLOSE_NO_CONTACT(Set.of(ASSESSMENT_OFFERED), CLOSED_NO_CONTACT),
  DEFER(Set.of(IN_ASSESSMENT, WAITING_LIST), DEFERRED),
  RESUME(Set.of(DEFERRED), IN_ASSESSMENT),
  ACCEPT(Set.of(IN_ASSESSMENT), ACCEPTED),
  WAIT(Set.of(ACCEPTED), WAITING_LIST),
  ALLOCATE(Set.of(ACCEPTED, WAITING_LIST), ALLOCATED),
  DECLINE(Set.of(IN_TRIAGE, AWAITING_AT_RISK_DETAILS, IN_ASSESSMENT, DEFERRED), DECLINED),
  REDIRECT(Set.of(IN_TRIAGE, IN_ASSESSMENT), REDIRECTED),
  WITHDRAW(
      Set.of(
          IN_TRIAGE,
          AWAITING_AT_RISK_DETAILS,
          ASSESSMENT_OFFERED,
          IN_ASSESSMENT,
          DEFERRED,
          ACCEPTED,
          WAITING_LIST),
      WITHDRAWN),
  REOPEN(
      Set.of(DECLINED, REDIRECTED, WITHDRAWN, CLOSED_NO_CONTACT, CLOSED_NO_RESPONSE, DUPLICATE),
      IN_TRIAGE);

  private final Set<ReferralStatus> from;
  private final ReferralStatus to;

  ReferralTransition(Set<ReferralStatus> from, ReferralStatus to) {
    this.from = from;
    this.to = to;
  }

  Set<ReferralStatus> from() {
    return from;
  }

  ReferralStatus to() {
    return to;
  }

  /** Whether the move may be made; {@code null} stands for what is not yet a referral. */
  boolean isLegalFrom(@Nullable ReferralStatus status) {
    return status == null ? this == RECEIVE : from.contains(status);
  }

  /**
   * Requires that the move may be made. The refusal reads the same for staff and for boroughs,
   * hence in the boroughs' words.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it may not
   */
  void requireLegalFrom(@Nullable ReferralStatus status) {
    if (!isLegalFrom(status)) {
      throw ReferralProblem.ILLEGAL_TRANSITION.because(
          "%s is not possible from %s."
              .formatted(this, status == null ? "nothing" : status.forBorough()));
    }
  }
}
