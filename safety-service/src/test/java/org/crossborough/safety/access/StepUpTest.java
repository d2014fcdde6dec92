package org.crossborough.safety.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpTest {

  private static final Instant NOW = Instant.parse("2026-01-13T09:00:00Z");
  private static final StepUpConfig CONFIG =
      new StepUpConfig() {
        @Override
        public Set<String> acr() {
          return Set.of("2", "3");
        }

        @Override
        public Duration maxAge() {
          return Duration.ofHours(1);
        }
      };

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2026-01-13T08:00:00Z", "2026-01-13T09:00:00Z"})
  void a_strong_sign_in_of_the_last_hour_goes_on(@Nullable Instant signedInAt) {
    assertThatCode(() -> StepUp.require("3", signedInAt, NOW, CONFIG)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"0", "1", ""})
  void a_weak_one_is_told_which_is_strong_enough(@Nullable String acr) {
    assertThat(challenge(acr, NOW))
        .contains("insufficient_user_authentication", "acr_values=\"2 3\"", "max_age=\"3600\"");
  }

  @Test
  void a_strong_one_of_too_long_ago_has_to_be_made_again() {
    assertThat(challenge("2", NOW.minusSeconds(3601))).contains("max_age=\"3600\"");
  }

  private static String challenge(@Nullable String acr, Instant signedInAt) {
    HttpProblem refusal =
        catchThrowableOfType(HttpProblem.class, () -> StepUp.require(acr, signedInAt, NOW, CONFIG));

    assertThat(refusal.getStatusCode()).isEqualTo(401);
    return String.valueOf(refusal.getHeaders().get("WWW-Authenticate"));
  }
}
