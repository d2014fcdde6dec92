package org.crossborough.gateway.limits;

/**
 * A token bucket of this process alone, for as long as the shared one is out of reach. Times are
 * readings of {@link System#nanoTime()}.
 */
final class Bucket {

  private static final double NANOS = 1e9;

  private final Rate rate;
  private double tokens;
  private long refilled;

  Bucket(Rate rate, long now) {
    this.rate = rate;
    this.tokens = rate.burst();
    this.refilled = now;
  }

  Lease take(int wanted, long now) {
    tokens = Math.min(rate.burst(), tokens + (now - refilled) / NANOS * rate.perSecond());
    refilled = now;
    int granted = Math.min(wanted, (int) tokens);
    tokens -= granted;
    return new Lease(granted, (int) tokens);
  }
}
