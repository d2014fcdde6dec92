package org.crossborough.gateway.limits;

/**
 * A token bucket.
 *
 * @param policy names the rule in the {@code RateLimit} headers
 * @param perSecond tokens that come back each second; at least 1
 * @param burst tokens a full bucket holds; at least {@code perSecond}
 */
record Rate(String policy, int perSecond, int burst) {

  /** Tokens fetched at once: a tenth of a second's worth, so that few requests wait for a store. */
  private static final int LEASES_PER_SECOND = 10;

  Rate {
    if (perSecond < 1 || burst < perSecond) {
      throw new IllegalArgumentException(
          "%s: %d a second with a burst of %d".formatted(policy, perSecond, burst));
    }
  }

  int lease() {
    return Math.max(1, perSecond / LEASES_PER_SECOND);
  }

  /** This process's part, when each of so many must manage by itself. */
  Rate sharedBy(int processes) {
    return new Rate(policy, Math.max(1, perSecond / processes), Math.max(1, burst / processes));
  }

  /** How long until one token has come back, in milliseconds. */
  long millisPerToken() {
    return Math.max(1, 1000L / perSecond);
  }
}
