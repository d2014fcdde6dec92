package org.crossborough.programme.watch;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What is left undone at one moment, in numbers over every borough.
 *
 * @param sessionsWithoutRegister that ended too long ago
 * @param awaitingClearance men with a place who may not start yet, by how long they have had it
 */
record Backlog(long sessionsWithoutRegister, Map<Age, Long> awaitingClearance) {

  /** How long something has waited. */
  enum Age {
    UP_TO_2_DAYS(Duration.ofDays(2)),
    UP_TO_7_DAYS(Duration.ofDays(7)),
    UP_TO_21_DAYS(Duration.ofDays(21)),
    OVER_21_DAYS(Duration.ofDays(36_500));

    private final Duration longest;

    Age(Duration longest) {
      this.longest = longest;
    }

    /** The band a wait falls into. */
    static Age of(Duration wait) {
      for (Age age : values()) {
        if (wait.compareTo(age.longest) <= 0) {
          return age;
        }
      }
      return OVER_21_DAYS;
    }

    /** As metrics write it. */
    String tag() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
