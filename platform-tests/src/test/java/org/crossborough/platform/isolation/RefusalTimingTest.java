package org.crossborough.platform.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.crossborough.platform.isolation.RefusalTiming.Comparison;
import org.junit.jupiter.api.Test;

class RefusalTimingTest {

  @Test
  void equal_samples_tell_nothing() {
    double[] sample = {3, 1, 2, 2};

    Comparison comparison = Comparison.of(sample, sample.clone());

    assertThat(comparison).isEqualTo(new Comparison(4, 0.5, 0, 2, 2));
    assertThat(comparison.isWithinTolerance()).isTrue();
  }

  @Test
  void hits_that_always_take_longer_tell_everything() {
    Comparison comparison = Comparison.of(new double[] {4, 5, 6}, new double[] {1, 2, 3});

    assertThat(comparison).isEqualTo(new Comparison(3, 1, 1, 5, 2));
    assertThat(comparison.isWithinTolerance()).isFalse();
  }

  @Test
  void the_statistics_are_those_of_every_pair() {
    Random random = new Random(11);
    double[] hits = random.doubles(200).map(value -> Math.floor(value * 20)).toArray();
    double[] misses = random.doubles(200).map(value -> Math.floor(value * 20) + 1).toArray();

    Comparison comparison = Comparison.of(hits, misses);

    assertThat(comparison.advantage()).isCloseTo(advantage(hits, misses), within(1e-12));
    assertThat(comparison.distance()).isCloseTo(distance(hits, misses), within(1e-12));
  }

  private static double advantage(double[] hits, double[] misses) {
    double wins = 0;
    for (double hit : hits) {
      for (double miss : misses) {
        wins += hit > miss ? 1 : hit == miss ? 0.5 : 0;
      }
    }
    return wins / hits.length / misses.length;
  }

  private static double distance(double[] hits, double[] misses) {
    double greatest = 0;
    for (int value = 0; value <= 21; value++) {
      greatest = Math.max(greatest, Math.abs(share(hits, value) - share(misses, value)));
    }
    return greatest;
  }

  private static double share(double[] values, double limit) {
    return (double) java.util.Arrays.stream(values).filter(value -> value <= limit).count()
        / values.length;
  }
}
