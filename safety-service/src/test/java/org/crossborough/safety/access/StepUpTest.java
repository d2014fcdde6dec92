package org.crossborough.safety.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpTest {

  private static final Set<String> STRONG = Set.of("2", "3");

  @Test
  void a_strong_sign_in_goes_on() {
    assertThatCode(() -> StepUp.require("3", STRONG)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"0", "1", ""})
  void a_weak_one_is_told_which_is_strong_enough(@Nullable String acr) {
    HttpProblem refusal =
        catchThrowableOfType(HttpProblem.class, () -> StepUp.require(acr, STRONG));

    assertThat(refusal.getStatusCode()).isEqualTo(401);
    assertThat(refusal.getHeaders().get("WWW-Authenticate"))
        .asString()
        .contains("insufficient_user_authentication", "acr_values=\"2 3\"");
  }
}
