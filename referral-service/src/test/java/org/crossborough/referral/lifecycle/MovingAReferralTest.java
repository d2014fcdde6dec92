package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.lifecycle.ReferralFixture.TODAY;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferral;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferralThatIs;
import static org.crossborough.referral.lifecycle.ReferralFixture.allKept;
import static org.crossborough.referral.lifecycle.ReferralFixture.perform;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.crossborough.referral.assessment.AssessmentResult;
import org.crossborough.referral.form.Occasion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MovingAReferralTest {

  static Stream<Arguments> every_status_with_every_move() {
    return Arrays.stream(ReferralStatus.values())
        .flatMap(status ->
            Arrays.stream(ReferralTransition.values())
                .filter(transition -> transition != ReferralTransition.RECEIVE)
                .map(transition -> Arguments.of(status, transition)));
  }

  @ParameterizedTest
  @MethodSource("every_status_with_every_move")
  void a_verb_moves_where_it_may_and_is_refused_where_it_may_not(
      ReferralStatus status, ReferralTransition transition) {
    Referral referral = aReferralThatIs(status);
    int before = referral.changes().size();

    if (transition.from().contains(status)) {
      perform(transition, referral, TODAY);

      assertThat(referral.status()).isEqualTo(transition.to());
      assertThat(referral.changes()).hasSize(before + 1);
      assertThat(referral.changes().getLast().view())
          .satisfies(change -> {
            assertThat(change.from()).isEqualTo(status);
            assertThat(change.to()).isEqualTo(transition.to());
            assertThat(change.at()).isEqualTo(TODAY.at());
            assertThat(change.by()).isEqualTo(TODAY.by());
          });
    } else {
      assertThatThrownBy(() -> perform(transition, referral, TODAY))
          .satisfies(refusal -> assertRefused(refusal, ReferralProblem.ILLEGAL_TRANSITION));
      assertThat(referral.status()).isEqualTo(status);
      assertThat(referral.changes()).hasSize(before);
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "DECLINE",
        "REDIRECT",
        "WITHDRAW",
        "DEFER",
        "CLOSE_NO_CONTACT",
        "CLOSE_NO_RESPONSE",
        "MARK_DUPLICATE"
      })
  void an_ending_and_a_deferral_carry_a_reason(ReferralTransition transition) {
    Referral referral = aReferralThatIs(transition.from().stream().sorted().toList().getFirst());

    perform(transition, referral, TODAY);

    assertThat(referral.changes().getLast().view().reasonCode()).isNotBlank();
  }

  @Test
  void receiving_is_the_first_entry_of_the_history() {
    assertThat(aReferral().changes())
        .singleElement()
        .satisfies(change -> {
          assertThat(change.view().from()).isNull();
          assertThat(change.view().to()).isEqualTo(ReferralStatus.RECEIVED);
        });
  }

  @Test
  void four_assessments_are_the_most() {
    Referral referral = aReferralThatIs(ReferralStatus.ASSESSMENT_OFFERED);
    for (int i = 0; i < Referral.MOST_ASSESSMENTS; i++) {
      ReferralFixture.assess(referral, AssessmentResult.FURTHER_APPOINTMENT);
    }

    assertThatThrownBy(() -> ReferralFixture.assess(referral, AssessmentResult.SUITABLE))
        .satisfies(refusal -> assertRefused(refusal, ReferralProblem.ASSESSMENT_LIMIT));
    assertThat(referral.assessmentResult()).isEqualTo(AssessmentResult.FURTHER_APPOINTMENT);
  }

  @Test
  void an_ended_referral_opens_again_for_90_days_and_no_longer() {
    Occasion lastMoment = later(Referral.MAY_BE_REOPENED_FOR);
    Referral inTime = aReferralThatIs(ReferralStatus.DECLINED);
    assertThat(inTime.reopen(lastMoment).referralId()).isEqualTo(inTime.id());

    Referral tooLate = aReferralThatIs(ReferralStatus.DECLINED);
    Occasion after = later(Referral.MAY_BE_REOPENED_FOR.plusSeconds(1));
    assertThatThrownBy(() -> perform(ReferralTransition.REOPEN, tooLate, after))
        .satisfies(refusal -> assertRefused(refusal, ReferralProblem.REOPENING_TOO_LATE));
    assertThat(tooLate.status()).isEqualTo(ReferralStatus.DECLINED);
  }

  @Test
  void each_condition_of_acceptance_is_refused_by_its_own_name() {
    Referral referral = aReferralThatIs(ReferralStatus.ASSESSMENT_OFFERED);
    var _ =
        referral.assess(
            new Assessment.Finding(AssessmentResult.NOT_SUITABLE, TODAY.today()), null, TODAY);

    assertNotAccepted(referral, allKept(referral), ReferralProblem.AT_RISK_RECEIPT_MISSING);
    referral.acknowledge(ReferralFixture.aReceipt());
    assertNotAccepted(referral, allKept(referral), ReferralProblem.ASSESSMENT_NOT_SUITABLE);
    var _ =
        referral.assess(
            new Assessment.Finding(AssessmentResult.SUITABLE, TODAY.today()), null, TODAY);
    assertNotAccepted(
        referral, allKept(referral), ReferralProblem.CONFIDENTIALITY_AGREEMENT_MISSING);
    ReferralFixture.assess(referral, AssessmentResult.SUITABLE);
    assertNotAccepted(
        referral,
        new AcceptancePolicy.Facts(referral, true, true),
        ReferralProblem.PROGRAMME_REVIEW);
    assertNotAccepted(
        referral,
        new AcceptancePolicy.Facts(referral, false, false),
        ReferralProblem.BOROUGH_NOT_PARTICIPATING);

    assertThat(referral.accept(allKept(referral), TODAY.today(), TODAY).decidedOn())
        .isEqualTo(TODAY.today());
  }

  private static void assertNotAccepted(
      Referral referral, AcceptancePolicy.Facts facts, ReferralProblem problem) {
    assertThatThrownBy(
            () -> {
              var _ = referral.accept(facts, TODAY.today(), TODAY);
            })
        .satisfies(refusal -> assertRefused(refusal, problem));
    assertThat(referral.status()).isEqualTo(ReferralStatus.IN_ASSESSMENT);
  }

  private static void assertRefused(Throwable refusal, ReferralProblem problem) {
    assertThat(refusal).isInstanceOf(HttpProblem.class);
    assertThat(((HttpProblem) refusal).getType()).isEqualTo(problem.type());
    assertThat(((HttpProblem) refusal).getStatusCode()).isEqualTo(409);
  }

  private static Occasion later(Duration after) {
    return new Occasion(TODAY.at().plus(after), TODAY.by());
  }
}
