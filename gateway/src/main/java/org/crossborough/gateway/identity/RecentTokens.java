package org.crossborough.gateway.identity;

import jakarta.inject.Singleton;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a moment which tokens were let in. Checking a signature costs more than forwarding
 * the request, and the service behind checks every token anew: what expires within the moment is
 * refused there. Times are readings of {@link System#nanoTime()}.
 */
@Singleton
class RecentTokens {

  /** Beyond this many, forgetting is cheaper than sorting out. */
  static final int MOST = 10_000;

  private record Admission(TokenHolder holder, long until) {}

  private final ConcurrentMap<String, Admission> admissions = new ConcurrentHashMap<>();
  private final long nanos;

  RecentTokens(IdentityConfig config) {
    this.nanos = config.rememberFor().toNanos();
  }

  /** The holder of a token let in a moment ago. */
  @Nullable TokenHolder holderOf(String token, long now) {
    Admission admission = admissions.get(token);
    if (admission == null) {
      return null;
    }
    if (admission.until() - now > 0) {
      return admission.holder();
    }
    admissions.remove(token, admission);
    return null;
  }

  void remember(String token, TokenHolder holder, long now) {
    if (admissions.size() >= MOST) {
      admissions.clear();
    }
    admissions.put(token, new Admission(holder, now + nanos));
  }
}
