package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.PublicApi;

/** Whether the time of a refusal tells that there is something: hits and misses in turn. */
final class RefusalTiming {

  private static final int WARM_UP = 200;
  private static final int CALLERS = 4;
  private static final double MICROS = 1_000;

  private final PublicApi api;
  private final String identity;

  RefusalTiming(PublicApi api, String identity) {
    this.api = api;
    this.identity = identity;
  }

  /**
   * How two samples compare.
   *
   * @param advantage the chance that a hit took longer than a miss (Mann and Whitney's U over the
   *     number of pairs); one half says nothing
   * @param distance the greatest distance of the two distributions (Kolmogorov and Smirnov)
   * @param medianHit in microseconds
   * @param medianMiss in microseconds
   */
  record Comparison(
      int pairs, double advantage, double distance, double medianHit, double medianMiss) {

    static Comparison of(double[] hits, double[] misses) {
      double[] one = sorted(hits);
      double[] other = sorted(misses);
      double wins = 0;
      int below = 0;
      int upTo = 0;
      for (double value : one) {
        while (below < other.length && other[below] < value) {
          below++;
        }
        while (upTo < other.length && other[upTo] <= value) {
          upTo++;
        }
        wins += below + (upTo - below) / 2.0;
      }
      double advantage = wins / one.length / other.length;
      return new Comparison(
          one.length, advantage, distance(one, other), median(one), median(other));
    }

    private static double distance(double[] one, double[] other) {
      double distance = 0;
      int i = 0;
      int j = 0;
      while (i < one.length && j < other.length) {
        double value = Math.min(one[i], other[j]);
        while (i < one.length && one[i] <= value) {
          i++;
        }
        while (j < other.length && other[j] <= value) {
          j++;
        }
        distance =
            Math.max(distance, Math.abs((double) i / one.length - (double) j / other.length));
      }
      return distance;
    }

    /** Whether somebody who guesses from one answer is right less than 52 times in 100. */
    boolean isWithinTolerance() {
      return Math.abs(advantage - 0.5) < 0.02;
    }

    private static double[] sorted(double[] values) {
      double[] copy = values.clone();
      Arrays.sort(copy);
      return copy;
    }

    private static double median(double[] sorted) {
      return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
  }

  /** Asks for something that is there and for something that is not, in random order. */
  Comparison compare(String path, String existing, int pairs, RandomGenerator random) {
    double[] hits = new double[pairs];
    double[] misses = new double[pairs];
    for (int i = 0; i < WARM_UP; i++) {
      double _ = time(path + (i % 2 == 0 ? existing : UUID.randomUUID()));
    }
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < pairs; i++) {
        int pair = i;
        boolean hitFirst = random.nextBoolean();
        var _ =
            callers.submit(() -> {
              String unknown = UUID.randomUUID().toString();
              double first = time(path + (hitFirst ? existing : unknown));
              double second = time(path + (hitFirst ? unknown : existing));
              hits[pair] = hitFirst ? first : second;
              misses[pair] = hitFirst ? second : first;
            });
      }
    }
    if (DoubleStream.of(hits).anyMatch(time -> time == 0)) {
      throw new IllegalStateException("Not every request to " + path + " was refused");
    }
    return Comparison.of(hits, misses);
  }

  private double time(String path) {
    Call call = Call.get(path).as(identity).with("X-Purpose", "COMPLAINT");
    long start = System.nanoTime();
    Answer answer = exchange(call);
    long end = System.nanoTime();
    if (answer.isSuccess() || answer.status() >= 500) {
      throw new IllegalStateException(call + " was to be refused, but: " + answer.status());
    }
    return (end - start) / MICROS;
  }

  private Answer exchange(Call call) {
    try {
      return api.exchange(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
