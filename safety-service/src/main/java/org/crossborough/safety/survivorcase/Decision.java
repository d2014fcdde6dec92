package org.crossborough.safety.survivorcase;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who moved a case, when, and why in a code. */
record Decision(String by, Instant at, @Nullable String reasonCode) {

  private static final String THE_SERVICE = "safety-service";

  static Decision of(String by, Instant at) {
    return new Decision(by, at, null);
  }

  static Decision onTrigger(Enum<?> trigger, Instant at) {
    return new Decision(THE_SERVICE, at, trigger.name());
  }
}
