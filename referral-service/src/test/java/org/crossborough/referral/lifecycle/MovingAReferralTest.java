package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.lifecycle.ReferralFixture.TODAY;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferral;
import static org.crossborough.referral.lifecycle.ReferralFixture.aReferralThatIs;
import static org.crossborough.referral.lifecycle.ReferralFixture.perform;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.decision.ReopeningReason;
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
    Occasion lastMoment = later(Duration.ofDays(90));
    Referral inTime = aReferralThatIs(ReferralStatus.DECLINED);
    assertThat(inTime.reopen(ReopeningReason.ENDED_IN_ERROR, lastMoment).referralId())
        .isEqualTo(inTime.id());

    Referral tooLate = aReferralThatIs(ReferralStatus.DECLINED);
    Occasion after = later(Duration.ofDays(90).plusSeconds(1));
    assertThatThrownBy(() -> perform(ReferralTransition.REOPEN, tooLate, after))
        .satisfies(refusal -> assertRefused(refusal, ReferralProblem.REOPENING_TOO_LATE));
    assertThat(tooLate.status()).isEqualTo(ReferralStatus.DECLINED);
  }

  @Test
  void a_reopened_referral_is_assessed_anew() {
    Referral referral = aReferralThatIs(ReferralStatus.IN_ASSESSMENT);
    perform(ReferralTransition.DECLINE, referral, TODAY);

    perform(ReferralTransition.REOPEN, referral, TODAY);

    assertThat(referral.round()).isEqualTo(2);
    assertThat(referral.assessments()).isZero();
    assertThat(referral.assessmentResult()).isNull();
  }

  @Test
  void an_appointment_moves_the_referral_once() {
    Referral referral = aReferralThatIs(ReferralStatus.IN_TRIAGE);
    int before = referral.changes().size();

    referral.invite(TODAY.today(), TODAY);
    referral.invite(TODAY.today(), TODAY);

    assertThat(referral.status()).isEqualTo(ReferralStatus.ASSESSMENT_OFFERED);
    assertThat(referral.changes()).hasSize(before + 1);
  }

  @ParameterizedTest
  @EnumSource
  void only_what_waits_is_reviewed_as_waiting(ReferralStatus status) {
    Referral referral = aReferralThatIs(status);

    if (status == ReferralStatus.WAITING_LIST) {
      referral.reviewWaiting(TODAY.today());
    } else {
      assertThatThrownBy(() -> referral.reviewWaiting(TODAY.today()))
          .satisfies(refusal -> assertRefused(refusal, ReferralProblem.NOT_WAITING));
    }
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
