package org.crossborough.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));
  private static final RetrySchedule SCHEDULE = new RetrySchedule(WAITS);

  @Property
  void a_wait_is_as_configured_or_up_to_a_quarter_longer(
      @ForAll @IntRange(min = 1, max = 3) int attempts, @ForAll long seed) {
    Duration configured = WAITS.get(attempts - 1);

    Duration wait = SCHEDULE.after(attempts, Duration.ZERO, new Random(seed)).orElseThrow();

    assertThat(wait).isBetween(configured, configured.multipliedBy(5).dividedBy(4));
  }

  @Test
  void after_the_last_wait_it_is_given_up() {
    assertThat(SCHEDULE.after(4, Duration.ZERO, new Random(1))).isEmpty();
  }

  @Test
  void a_receiver_may_ask_for_more_time_but_not_for_ever() {
    assertThat(SCHEDULE.after(1, Duration.ofMinutes(1), new Random(1)))
        .contains(Duration.ofMinutes(1));
    assertThat(SCHEDULE.after(1, Duration.ofDays(9), new Random(1)))
        .contains(Duration.ofMinutes(2));
  }
}
