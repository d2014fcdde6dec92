package org.crossborough.programme.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.crossborough.programme.watch.Backlog.Age;
import org.junit.jupiter.api.Test;

class BacklogTest {

  @Test
  void a_wait_falls_into_the_first_band_that_holds_it() {
    assertThat(Age.of(Duration.ZERO)).isEqualTo(Age.UP_TO_2_DAYS);
    assertThat(Age.of(Duration.ofDays(2))).isEqualTo(Age.UP_TO_2_DAYS);
    assertThat(Age.of(Duration.ofDays(2).plusMillis(1))).isEqualTo(Age.UP_TO_7_DAYS);
    assertThat(Age.of(Duration.ofDays(21))).isEqualTo(Age.UP_TO_21_DAYS);
    assertThat(Age.of(Duration.ofDays(100_000))).isEqualTo(Age.OVER_21_DAYS);
    assertThat(Age.OVER_21_DAYS.tag()).isEqualTo("over-21-days");
  }
}
