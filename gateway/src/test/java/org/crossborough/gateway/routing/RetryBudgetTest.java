package org.crossborough.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much more often a service that struggles is asked. */
class RetryBudgetTest {

  private static final int AFTER_A_QUIET_TIME = 5;

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 99, 1000, 100_000})
  void a_tenth_of_all_requests_may_be_sent_again_and_five_more(int requests) {
    RetryBudget budget = new RetryBudget();
    int again = 0;

    for (int request = 0; request < requests; request++) {
      budget.earn();
      if (budget.spend()) {
        again++;
      }
    }

    assertThat(again).isLessThanOrEqualTo(requests / 10 + AFTER_A_QUIET_TIME);
    assertThat(again).isGreaterThanOrEqualTo(Math.min(requests, requests / 10));
  }

  @Test
  void a_quiet_time_saves_up_no_more_than_five() {
    RetryBudget budget = new RetryBudget();
    for (int request = 0; request < 10_000; request++) {
      budget.earn();
    }
    int again = 0;
    while (budget.spend()) {
      again++;
    }

    assertThat(again).isEqualTo(AFTER_A_QUIET_TIME);
  }
}
