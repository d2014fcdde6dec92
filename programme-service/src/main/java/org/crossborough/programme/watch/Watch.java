package org.crossborough.programme.watch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.crossborough.chassis.tenancy.SystemWork;

/** Looks after something again and again, on a thread of its own. */
public final class Watch {

  private final ScheduledExecutorService timer;

  /** A watch that does not look yet. */
  public Watch(String name) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  /** Looks every so often; {@code look} must not throw, since a watch that throws has ended. */
  public void every(Duration period, Runnable look) {
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(
            look, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks no more. */
  public void stop() {
    timer.shutdownNow();
  }

  /** Does what a look takes in a transaction that has every borough in sight. */
  public static void everywhere(Runnable work) {
    SystemWork.run(() -> QuarkusTransaction.requiringNew().run(work));
  }
}
