package org.crossborough.gateway.routing;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when an answer is of use. A caller may ask for less patience than the gateway has, never
 * for more; the service is told, so that it need not work for nobody.
 */
record Deadline(Instant at) {

  /** RFC 3339, in UTC; of the caller to the gateway and of the gateway to the service. */
  static final String HEADER = "X-Request-Deadline";

  /** What holds for a request whose caller has said {@code wanted}, or nothing that can be read. */
  static Deadline of(@Nullable String wanted, Instant now, Duration patience) {
    Instant ours = now.plus(patience);
    Instant theirs = parsed(wanted);
    return new Deadline(theirs != null && theirs.isBefore(ours) ? theirs : ours);
  }

  private static @Nullable Instant parsed(@Nullable String text) {
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notAnInstant) {
      return null;
    }
  }

  /** Zero or less when it has passed. */
  long millisFrom(Instant now) {
    return Duration.between(now, at).toMillis();
  }
}
