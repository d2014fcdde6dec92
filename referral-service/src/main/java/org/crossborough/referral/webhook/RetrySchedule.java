package org.crossborough.referral.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When to try again: longer after each failure, and never all at the same moment, so that a
 * receiver that comes back is not met by everything at once.
 *
 * @param waits the wait after the first failure, the second, and so on; then no more
 */
record RetrySchedule(List<Duration> waits) {

  /** How far a wait is stretched at most. */
  private static final double JITTER = 0.25;

  /**
   * The wait after a number of failed attempts; empty when it is given up.
   *
   * @param attempts how many were made, from 1
   * @param asked the receiver's own wish (RFC 9110, Retry-After), if it has one
   */
  Optional<Duration> after(int attempts, Duration asked, RandomGenerator random) {
    if (attempts > waits.size()) {
      return Optional.empty();
    }
    Duration wait = waits.get(attempts - 1);
    long stretched = (long) (wait.toMillis() * (1 + JITTER * random.nextDouble()));
    Duration longest = waits.getLast();
    Duration wish = asked.compareTo(longest) > 0 ? longest : asked;
    Duration own = Duration.ofMillis(stretched);
    return Optional.of(own.compareTo(wish) > 0 ? own : wish);
  }
}
