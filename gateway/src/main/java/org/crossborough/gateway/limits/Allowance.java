package org.crossborough.gateway.limits;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What one caller has left in this process. Tokens are fetched in leases from the shared bucket, so
 * that most requests are decided here; a refusal is remembered until a token has come back, so that
 * a flood costs the store nothing. Times are readings of {@link System#nanoTime()}.
 */
final class Allowance {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLISECOND = 1_000_000L;

  /**
   * What became of a request.
   *
   * @param allowed whether it may go on
   * @param remaining how many more may follow at once
   * @param retryAfterMillis when a refused one may come again
   */
  record Verdict(boolean allowed, int remaining, long retryAfterMillis) {}

  private final String subject;
  private final Rate rate;
  private final int processes;
  private final Deque<Promise<Verdict>> waiting = new ArrayDeque<>();
  private int tokens;
  private int behind;
  private long useUntil;
  private long refusedUntil;
  private boolean refusing;
  private @Nullable Bucket own;

  Allowance(String subject, Rate rate, int processes) {
    this.subject = subject;
    this.rate = rate;
    this.processes = processes;
  }

  /** Decides about one request; the answer comes at once unless a lease must be fetched. */
  Future<Verdict> take(Buckets shared, long now) {
    Promise<Verdict> verdict = Promise.promise();
    boolean fetch;
    synchronized (this) {
      if (tokens > 0 && now - useUntil < 0) {
        tokens--;
        return Future.succeededFuture(new Verdict(true, tokens + behind, 0));
      }
      if (refusing && now - refusedUntil < 0) {
        return Future.succeededFuture(refusal(now));
      }
      fetch = waiting.isEmpty();
      waiting.add(verdict);
    }
    if (fetch) {
      fetch(shared);
    }
    return verdict.future();
  }

  private void fetch(Buckets shared) {
    shared
        .lease(subject, rate, rate.lease())
        .recover(_ -> Future.succeededFuture(ownLease(System.nanoTime())))
        .onSuccess(lease -> settle(shared, lease, System.nanoTime()));
  }

  /** Nobody can say what the others have let in: this process takes its part, no more. */
  private synchronized Lease ownLease(long now) {
    if (own == null) {
      own = new Bucket(rate.sharedBy(processes), now);
    }
    return own.take(rate.lease(), now);
  }

  private void settle(Buckets shared, Lease lease, long now) {
    Deque<Runnable> answers = new ArrayDeque<>();
    boolean more;
    synchronized (this) {
      tokens = lease.granted();
      behind = lease.left();
      useUntil = now + SECOND;
      refusing = tokens == 0;
      refusedUntil = now + rate.millisPerToken() * MILLISECOND;
      while (!waiting.isEmpty() && (tokens > 0 || refusing)) {
        Promise<Verdict> next = waiting.remove();
        if (tokens > 0) {
          tokens--;
        }
        Verdict verdict = refusing ? refusal(now) : new Verdict(true, tokens + behind, 0);
        answers.add(() -> next.complete(verdict));
      }
      more = !waiting.isEmpty();
    }
    answers.forEach(Runnable::run);
    if (more) {
      fetch(shared);
    }
  }

  private Verdict refusal(long now) {
    return new Verdict(false, 0, Math.max(1, (refusedUntil - now) / MILLISECOND));
  }
}
