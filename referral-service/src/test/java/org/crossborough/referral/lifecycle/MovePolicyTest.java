package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.lifecycle.ReferralFixture.ALL_KEPT;
import static org.crossborough.referral.lifecycle.ReferralFixture.A_PLACE;
import static org.crossborough.referral.lifecycle.ReferralFixture.RUN;
import static org.crossborough.referral.lifecycle.ReferralFixture.TODAY;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReceipt;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferral;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferralThatIs;
import static org.crossborough.referral.lifecycle.ReferralFixture.anAgreement;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.decision.NoReceiptReason;
import org.crossborough.referral.enrolment.KnownRun;
import org.crossborough.referral.lifecycle.MovePolicy.Facts;
import org.crossborough.referral.lifecycle.MovePolicy.Known;
import org.crossborough.referral.lifecycle.ReferralStatusChange.Move;
import org.jspecify.annotations.Nullable;

class MovePolicyTest {

  /** Whatever is missing is named, and nothing that is there. */
  @Property
  void acceptance_is_refused_for_exactly_what_is_missing(
      @ForAll boolean receipt,
      @ForAll boolean exception,
      @ForAll boolean agreed,
      @ForAll @Nullable AssessmentResult result,
      @ForAll boolean screeningStands,
      @ForAll boolean underReview,
      @ForAll boolean boroughTakesPart) {
    Referral referral = aReferralThatIs(ReferralStatus.ASSESSMENT_OFFERED);
    List<MovePolicy> missing = new ArrayList<>();
    if (receipt) {
      referral.acknowledge(aReceipt());
    }
    if (exception) {
      referral.excuse(NoReceiptReason.PARTNER_DECEASED);
    }
    if (!receipt && !exception) {
      missing.add(MovePolicy.PEOPLE_AT_RISK_ARE_KNOWN);
    }
    // Nobody is assessed who has not agreed: without an agreement there is no result either.
    if (agreed) {
      ReferralFixture.assess(referral, result == null ? AssessmentResult.NOT_SUITABLE : result);
    }
    if (!agreed || result != AssessmentResult.SUITABLE) {
      missing.add(MovePolicy.FOUND_SUITABLE);
    }
    if (!agreed) {
      missing.add(MovePolicy.CONFIDENTIALITY_AGREED);
    }
    if (underReview) {
      missing.add(MovePolicy.NOT_UNDER_REVIEW);
    }
    if (!boroughTakesPart) {
      missing.add(MovePolicy.BOROUGH_TAKES_PART);
    }
    if (!screeningStands) {
      missing.add(MovePolicy.SCREENED_POSITIVE);
    }

    Known known = Known.forAcceptance(screeningStands, underReview, boroughTakesPart);

    assertThat(broken(ReferralTransition.ACCEPT, referral, known)).isEqualTo(missing);
  }

  @Example
  void what_nobody_asked_counts_against_acceptance() {
    assertThat(broken(ReferralTransition.ACCEPT, aReferral(), Known.NOTHING))
        .containsExactly(
            MovePolicy.PEOPLE_AT_RISK_ARE_KNOWN,
            MovePolicy.FOUND_SUITABLE,
            MovePolicy.CONFIDENTIALITY_AGREED,
            MovePolicy.NOT_UNDER_REVIEW,
            MovePolicy.BOROUGH_TAKES_PART,
            MovePolicy.SCREENED_POSITIVE);
  }

  @Example
  void a_refusal_is_of_the_first_kind_and_names_all() {
    Referral referral = aReferralThatIs(ReferralStatus.IN_ASSESSMENT);

    assertThatThrownBy(
            () -> {
              var _ = referral.accept(Known.forAcceptance(true, true, true), TODAY.today(), TODAY);
            })
        .isInstanceOfSatisfying(
            HttpProblem.class,
            refusal -> {
              assertThat(refusal.getType())
                  .isEqualTo(ReferralProblem.AT_RISK_RECEIPT_MISSING.type());
              assertThat(refusal.getParameters().get("violations"))
                  .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                  .extracting(violation -> ((Violation) violation).code())
                  .containsExactly("AT_RISK_RECEIPT_MISSING", "PROGRAMME_REVIEW");
            });
    assertThat(referral.status()).isEqualTo(ReferralStatus.IN_ASSESSMENT);
  }

  @Property
  void acceptance_tells_on_what_it_rests(
      @ForAll NoReceiptReason reason, @ForAll boolean receiptCameToo) {
    Referral referral = aReferralThatIs(ReferralStatus.IN_ASSESSMENT);
    referral.excuse(reason);
    if (receiptCameToo) {
      referral.acknowledge(aReceipt());
    }

    ReferralAccepted accepted = referral.accept(ALL_KEPT, TODAY.today(), TODAY);

    assertThat(accepted.acceptanceBasis()).isEqualTo(receiptCameToo ? "RECEIPT" : reason.name());
  }

  @Example
  void a_place_needs_a_run_that_is_known_and_takes_place_and_no_review() {
    Referral referral = aReferralThatIs(ReferralStatus.ACCEPTED);
    KnownRun cancelled = new KnownRun(RUN.id(), RUN.startsOn(), true);

    assertThat(broken(ReferralTransition.ALLOCATE, referral, A_PLACE)).isEmpty();
    assertThat(broken(ReferralTransition.ALLOCATE, referral, Known.forPlace(null, false)))
        .containsExactly(MovePolicy.RUN_IS_KNOWN);
    assertThat(broken(ReferralTransition.ALLOCATE, referral, Known.forPlace(cancelled, false)))
        .containsExactly(MovePolicy.RUN_TAKES_PLACE);
    assertThat(broken(ReferralTransition.ALLOCATE, referral, Known.forPlace(RUN, true)))
        .containsExactly(MovePolicy.NOT_UNDER_REVIEW);
  }

  @Example
  void the_agreement_is_signed_by_the_day_of_the_assessment() {
    Referral referral = aReferralThatIs(ReferralStatus.ASSESSMENT_OFFERED);
    assertThat(broken(ReferralTransition.ASSESS, referral, Known.NOTHING))
        .containsExactly(MovePolicy.CONFIDENTIALITY_AGREED_FIRST);

    referral.sign(new ConfidentialityAgreement("1", TODAY.today().plusDays(1), null));
    assertThat(broken(ReferralTransition.ASSESS, referral, Known.NOTHING))
        .containsExactly(MovePolicy.CONFIDENTIALITY_AGREED_FIRST);

    referral.sign(anAgreement());
    assertThat(broken(ReferralTransition.ASSESS, referral, Known.NOTHING)).isEmpty();
  }

  @Example
  void contact_is_lost_when_enough_was_missed() {
    Referral referral = aReferralThatIs(ReferralStatus.ASSESSMENT_OFFERED);

    assertThat(broken(ReferralTransition.CLOSE_NO_CONTACT, referral, Known.ofContact(true)))
        .isEmpty();
    assertThat(broken(ReferralTransition.CLOSE_NO_CONTACT, referral, Known.ofContact(false)))
        .containsExactly(MovePolicy.ENOUGH_APPOINTMENTS_MISSED);
  }

  @Example
  void moves_without_a_policy_are_these_and_no_others() {
    Set<ReferralTransition> free = EnumSet.allOf(ReferralTransition.class);
    free.removeIf(transition -> !broken(transition, aReferral(), Known.NOTHING).isEmpty());

    assertThat(free)
        .containsExactlyInAnyOrder(
            ReferralTransition.RECEIVE,
            ReferralTransition.RETURN_INCOMPLETE,
            ReferralTransition.COMPLETE,
            ReferralTransition.CLOSE_NO_RESPONSE,
            ReferralTransition.MARK_DUPLICATE,
            ReferralTransition.BEGIN_TRIAGE,
            ReferralTransition.REQUEST_AT_RISK_DETAILS,
            ReferralTransition.OFFER_ASSESSMENT,
            ReferralTransition.DEFER,
            ReferralTransition.RESUME,
            ReferralTransition.WAIT,
            ReferralTransition.DECLINE,
            ReferralTransition.REDIRECT,
            ReferralTransition.WITHDRAW);
  }

  private static List<MovePolicy> broken(
      ReferralTransition transition, Referral referral, Known known) {
    return MovePolicy.brokenBy(new Facts(referral, known, Move.now(transition, TODAY)));
  }
}
