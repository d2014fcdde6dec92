package org.crossborough.gateway.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.crossborough.gateway.store.SharedStore;

/**
 * Takes every proof of possession once. This process remembers by itself and asks the shared store
 * about the others; while that is away a proof can be used once at each process, within the minute
 * it is fresh, and by nobody who lacks the token.
 */
@Singleton
class SeenProofs {

  private static final String TAKE =
      """
      insert into seen_proof (proof, forget_at)
      values ($1, now() + make_interval(secs => $2))
      on conflict do nothing
      """;
  private static final String FORGET = "delete from seen_proof where forget_at < now()";

  /** Longer than a proof is fresh, whatever the clocks say. */
  private static final long KEPT_SECONDS = 2 * DpopProof.FRESH.toSeconds();

  private static final long KEPT_NANOS = KEPT_SECONDS * 1_000_000_000L;

  private final SharedStore store;
  private final ConcurrentMap<String, Long> seen = new ConcurrentHashMap<>();
  private final AtomicLong tidyAt = new AtomicLong(System.nanoTime() + KEPT_NANOS);

  SeenProofs(SharedStore store) {
    this.store = store;
  }

  /** Whether this is the first time the proof is seen. */
  Future<Boolean> take(DpopProof proof) {
    long now = System.nanoTime();
    tidy(now);
    if (seen.putIfAbsent(HexFormat.of().formatHex(proof.id()), now + KEPT_NANOS) != null) {
      return Future.succeededFuture(false);
    }
    return store.isConfigured()
        ? store
            .hurry(TAKE, Tuple.of(Buffer.buffer(proof.id()), (double) KEPT_SECONDS))
            .map(rows -> rows.rowCount() == 1)
            .otherwise(true)
        : Future.succeededFuture(true);
  }

  private void tidy(long now) {
    long due = tidyAt.get();
    if (now - due > 0 && tidyAt.compareAndSet(due, now + KEPT_NANOS)) {
      seen.values().removeIf(until -> until - now < 0);
      if (store.isConfigured()) {
        // Whether it worked shows by itself: what is left is deleted next time.
        var _ = store.hurry(FORGET, Tuple.tuple());
      }
    }
  }
}
