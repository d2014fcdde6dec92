package org.crossborough.safety.hold;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crossborough.chassis.tenancy.SystemWork;
import org.jboss.logging.Logger;

/**
 * Looks for men whose window has passed. Any number of processes may look at once: a referral is
 * locked by the one that releases it and passed over by the rest.
 */
@ApplicationScoped
class StartWindow {

  private static final Logger LOG = Logger.getLogger(StartWindow.class);

  private final StartClearance clearance;
  private final HoldConfig config;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("start-window").daemon().factory());

  StartWindow(StartClearance clearance, HoldConfig config, Clock clock) {
    this.clearance = clearance;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    long every = config.releaseEvery().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdown();
  }

  private void look() {
    try {
      releaseOverdue();
    } catch (RuntimeException failure) {
      // The next look tries again; an exception let through would end the looking.
      LOG.warnf("Start windows could not be looked at: %s", failure.getMessage());
    }
  }

  void releaseOverdue() {
    AtomicBoolean more = new AtomicBoolean(true);
    while (more.get()) {
      SystemWork.run(() ->
          QuarkusTransaction.requiringNew()
              .run(() -> more.set(clearance.releaseOverdue(clock.instant()))));
    }
  }
}
