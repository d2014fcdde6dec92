package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a service is left alone, and when it is tried again. */
class CircuitTest {

  private static final long REST = Duration.ofSeconds(1).toNanos();

  private final Circuit circuit = new Circuit(3, Duration.ofSeconds(1));

  private void fail(int times) {
    for (int time = 0; time < times; time++) {
      circuit.gaveNoAnswer(0);
    }
  }

  @Test
  void a_service_that_fails_now_and_then_is_asked_all_the_same() {
    fail(2);
    circuit.answered();
    fail(2);

    assertThat(circuit.admits(0)).isTrue();
  }

  @Test
  void one_that_fails_several_times_in_a_row_is_left_alone() {
    fail(3);

    assertThat(circuit.admits(REST - 1)).isFalse();
  }

  @Test
  void after_a_rest_one_request_tries_and_the_others_wait() {
    fail(3);

    assertThat(circuit.admits(REST)).isTrue();
    assertThat(circuit.admits(REST)).isFalse();
    assertThat(circuit.admits(2 * REST)).isTrue();
  }

  @Test
  void an_answer_opens_it_for_all() {
    fail(3);
    assertThat(circuit.admits(REST)).isTrue();
    circuit.answered();

    assertThat(circuit.admits(REST)).isTrue();
    assertThat(circuit.admits(REST)).isTrue();
  }
}
