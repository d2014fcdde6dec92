package org.crossborough.gateway.routing;

/**
 * How many requests may be sent a second time: a tenth of all, so that a service that struggles is
 * asked at most 1.1 times as often, and a few more after a quiet time.
 */
final class RetryBudget {

  private static final int COST = 10;
  private static final int MOST = 5 * COST;

  private int credit = MOST;

  synchronized void earn() {
    credit = Math.min(MOST, credit + 1);
  }

  synchronized boolean spend() {
    if (credit < COST) {
      return false;
    }
    credit -= COST;
    return true;
  }
}
