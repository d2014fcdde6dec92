package org.crossborough.gateway.routing;

import java.time.Duration;

/**
 * Stops asking a service that has not answered several times in a row, and lets one request find
 * out from time to time whether it does again. Times are readings of {@link System#nanoTime()}.
 */
final class Circuit {

  private final int failures;
  private final long restNanos;
  private int failed;
  private long askAgain;

  /**
   * @param failures in a row after which nobody is let through
   * @param rest between two requests that try
   */
  Circuit(int failures, Duration rest) {
    this.failures = failures;
    this.restNanos = rest.toNanos();
  }

  /** Whether this request may go; while the circuit is open, it is the one that tries. */
  synchronized boolean admits(long now) {
    if (failed < failures) {
      return true;
    }
    if (now - askAgain < 0) {
      return false;
    }
    askAgain = now + restNanos;
    return true;
  }

  synchronized void answered() {
    failed = 0;
  }

  synchronized void gaveNoAnswer(long now) {
    if (failed < failures) {
      failed++;
    }
    askAgain = now + restNanos;
  }
}
