package org.crossborough.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Rates and percentiles. */
class FiguresTest {

  @Test
  void percentiles_are_times_that_were_measured() {
    long[] hundred = LongStream.rangeClosed(1, 100).map(n -> (101 - n) * 1_000_000).toArray();

    Figures figures = Figures.of(hundred, 10, 0);

    assertThat(figures.perSecond()).isEqualTo(10);
    assertThat(figures.p50()).isEqualTo(50);
    assertThat(figures.p95()).isEqualTo(95);
    assertThat(figures.p99()).isEqualTo(99);
  }

  @Test
  void of_a_single_time_every_percentile_is_that_time() {
    Figures figures = Figures.of(new long[] {3_000_000}, 1, 0);

    assertThat(figures.p50()).isEqualTo(figures.p99()).isEqualTo(3);
  }

  @Test
  void nothing_measured_is_no_number() {
    assertThat(Figures.of(new long[0], 1, 0).p95()).isNaN();
  }
}
