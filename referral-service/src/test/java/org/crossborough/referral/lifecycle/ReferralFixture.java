package org.crossborough.referral.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.decision.DeclineReason;
import org.crossborough.referral.decision.Deferral;
import org.crossborough.referral.decision.DeferralReason;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.decision.RedirectionReason;
import org.crossborough.referral.decision.ReopeningReason;
import org.crossborough.referral.decision.WithdrawalReason;
import org.crossborough.referral.enrolment.KnownRun;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.MovePolicy.Known;
import org.crossborough.referral.person.Person;
import org.crossborough.referral.person.Sex;
import org.crossborough.referral.source.DraftReferral;
import org.crossborough.referral.source.MainSubstance;
import org.crossborough.referral.source.ReferrerType;

/** Referrals in any status, and every verb by its transition. */
final class ReferralFixture {

  static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  static final Occasion TODAY = new Occasion(NOW, "demo-referral-coordinator");
  static final KnownRun RUN =
      new KnownRun(UUID.fromString("0197f3a0-1c00-7000-8000-000000000005"), TODAY.today(), false);
  static final Known ALL_KEPT = Known.forAcceptance(true, false, true);
  static final Known A_PLACE = Known.forPlace(RUN, false);

  private ReferralFixture() {}

  static Referral aReferral() {
    return Referral.receive(draft(), "demo-borough-islington", TODAY);
  }

  /** A referral that got to a status by the shortest way of legal moves. */
  static Referral aReferralThatIs(ReferralStatus status) {
    Referral referral = aReferral();
    wayTo(status).forEach(transition -> perform(transition, referral, TODAY));
    return referral;
  }

  /** Makes a move with harmless details and all guards kept. */
  static void perform(ReferralTransition transition, Referral referral, Occasion occasion) {
    LocalDate today = occasion.today();
    switch (transition) {
      case RECEIVE -> throw new IllegalArgumentException("Only a new referral is received");
      case RETURN_INCOMPLETE -> {
        var _ = referral.returnIncomplete(List.of(), occasion);
      }
      case COMPLETE -> referral.complete(occasion);
      case CLOSE_NO_RESPONSE -> {
        var _ = referral.closeNoResponse(occasion);
      }
      case MARK_DUPLICATE -> {
        var _ = referral.markDuplicate(occasion);
      }
      case BEGIN_TRIAGE -> {
        var _ = referral.beginTriage(occasion);
      }
      case REQUEST_AT_RISK_DETAILS -> referral.requestAtRiskDetails(occasion);
      case OFFER_ASSESSMENT -> referral.offerAssessment(today, occasion);
      case ASSESS -> assess(referral, AssessmentResult.SUITABLE);
      case CLOSE_NO_CONTACT -> {
        var _ = referral.closeNoContact(true, occasion);
      }
      case DEFER -> {
        var _ =
            referral.defer(
                new Deferral(DeferralReason.CUSTODY, today, today.plusDays(28)), occasion);
      }
      case RESUME -> referral.resume(occasion);
      case ACCEPT -> {
        referral.acknowledge(aReceipt());
        var _ = referral.accept(ALL_KEPT, today, occasion);
      }
      case WAIT -> {
        var _ = referral.putOnWaitingList(today.plusDays(28), occasion);
      }
      case ALLOCATE -> {
        var _ = referral.allocate(A_PLACE, today, occasion);
      }
      case DECLINE -> {
        var _ = referral.decline(DeclineReason.TOTAL_DENIAL, today, occasion);
      }
      case REDIRECT -> {
        var _ = referral.redirect(RedirectionReason.INDIVIDUAL_WORK, today, occasion);
      }
      case WITHDRAW -> {
        var _ = referral.withdraw(WithdrawalReason.MOVED_AWAY, today, occasion);
      }
      case REOPEN -> {
        var _ = referral.reopen(ReopeningReason.ENDED_IN_ERROR, occasion);
      }
    }
  }

  /** An assessment by a man who signed the agreement before, where one may be made. */
  static void assess(Referral referral, AssessmentResult result) {
    if (ReferralTransition.ASSESS.isLegalFrom(referral.status())) {
      referral.sign(anAgreement());
    }
    var _ = referral.assess(result, TODAY.today(), TODAY);
  }

  static ConfidentialityAgreement anAgreement() {
    return new ConfidentialityAgreement("1", TODAY.today(), TODAY.by());
  }

  static HandoffReceipt aReceipt() {
    return new HandoffReceipt(Ids.next(), 1);
  }

  private static List<ReferralTransition> wayTo(ReferralStatus goal) {
    Map<ReferralStatus, List<ReferralTransition>> ways = new EnumMap<>(ReferralStatus.class);
    ways.put(ReferralStatus.RECEIVED, List.of());
    Deque<ReferralStatus> open = new ArrayDeque<>(ways.keySet());
    while (!ways.containsKey(goal)) {
      ReferralStatus from = open.remove();
      for (ReferralTransition transition : ReferralTransition.values()) {
        if (transition.isLegalFrom(from) && !ways.containsKey(transition.to())) {
          ways.put(transition.to(), with(ways.getOrDefault(from, List.of()), transition));
          open.add(transition.to());
        }
      }
    }
    return ways.getOrDefault(goal, List.of());
  }

  private static List<ReferralTransition> with(
      List<ReferralTransition> way, ReferralTransition next) {
    List<ReferralTransition> longer = new ArrayList<>(way);
    longer.add(next);
    return List.copyOf(longer);
  }

  /** A form with what is required and nothing else. */
  static DraftReferral draft() {
    return new DraftReferral(
        "ISL-0001",
        "E09000019",
        null,
        TODAY.today(),
        ReferrerType.DRUG_SERVICE,
        "Demo treatment service",
        Ids.next(),
        aMan(),
        "Demo treatment service",
        "EP-1",
        MainSubstance.ALCOHOL,
        true,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Person aMan() {
    return new Person(
        "Demo",
        "Example",
        LocalDate.parse("1985-03-02"),
        Sex.M,
        null,
        null,
        "E09000007",
        null,
        null,
        null);
  }
}
