package org.crossborough.referral.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReasonsTest {

  @Property
  void a_code_of_its_own_group_is_its_reason(@ForAll DeclineReason reason) {
    assertThat(Reasons.of(DeclineReason.class, reason.name())).isEqualTo(reason);
  }

  @Property
  void a_code_of_another_group_is_refused_as_such(@ForAll WithdrawalReason reason) {
    assertThatThrownBy(() -> Reasons.of(DeclineReason.class, reason.name()))
        .isInstanceOfSatisfying(
            HttpProblem.class, refusal -> assertThat(refusal.getStatusCode()).isEqualTo(422));
  }

  @Property
  void what_is_no_code_at_all_is_a_fault_of_the_form(@ForAll String text) {
    Assume.that(!text.matches("[A-Z_0-9]+"));

    assertThatThrownBy(() -> Reasons.of(DeferralReason.class, text))
        .isInstanceOfSatisfying(
            HttpProblem.class, refusal -> assertThat(refusal.getStatusCode()).isEqualTo(400));
  }

  @Example
  void no_code_means_two_things() {
    assertThat(
            Stream.of(
                    DeclineReason.values(),
                    DeferralReason.values(),
                    RedirectionReason.values(),
                    ReopeningReason.values(),
                    WithdrawalReason.values())
                .flatMap(Arrays::stream)
                .map(Enum::name))
        .doesNotHaveDuplicates();
  }
}
