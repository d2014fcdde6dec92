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

  private record Admission(String client, long until) {}

  private final ConcurrentMap<String, Admission> admissions = new ConcurrentHashMap<>();
  private final long nanos;

  RecentTokens(IdentityConfig config) {
    this.nanos = config.rememberFor().toNanos();
  }

  /** The client of a credential let in a moment ago. */
  @Nullable String clientOf(String credential, long now) {
    Admission admission = admissions.get(credential);
    if (admission == null) {
      return null;
    }
    if (admission.until() - now > 0) {
      return admission.client();
    }
    admissions.remove(credential, admission);
    return null;
  }

  void remember(String credential, String client, long now) {
    if (admissions.size() >= MOST) {
      admissions.clear();
    }
    admissions.put(credential, new Admission(client, now + nanos));
  }
}
