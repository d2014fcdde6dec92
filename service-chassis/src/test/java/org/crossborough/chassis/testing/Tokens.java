package org.crossborough.chassis.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the demo identities, from the real provider. */
public final class Tokens {

  private static final Duration KEPT = Duration.ofMinutes(3);

  private record Kept(String token, Instant until) {}

  private static final Map<String, Kept> KNOWN = new ConcurrentHashMap<>();

  private Tokens() {}

  /** The token of a person ({@code demo-assessor}) or machine ({@code demo-borough-islington}). */
  public static String of(String name) {
    Instant now = Instant.now();
    return KNOWN
        .compute(
            name,
            (n, kept) ->
                kept != null && kept.until().isAfter(now)
                    ? kept
                    : new Kept(Infrastructure.get().tokenOf(n), now.plus(KEPT)))
        .token();
  }
}
