package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an answer is waited for. */
class DeadlineTest {

  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void a_caller_may_be_less_patient_than_the_gateway() {
    Deadline deadline = Deadline.of("2026-11-02T10:00:05Z", NOW, PATIENCE);

    assertThat(deadline.millisFrom(NOW)).isEqualTo(5000);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"2026-11-02T10:00:31Z", "9999-01-01T00:00:00Z", "soon", "", "5000"})
  void but_never_more_patient(String wanted) {
    assertThat(Deadline.of(wanted, NOW, PATIENCE).millisFrom(NOW)).isEqualTo(30_000);
  }

  @Test
  void one_that_has_passed_stays_passed() {
    assertThat(Deadline.of("2026-11-02T09:59:59Z", NOW, PATIENCE).millisFrom(NOW)).isNegative();
  }
}
