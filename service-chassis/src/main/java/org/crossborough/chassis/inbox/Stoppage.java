package org.crossborough.chassis.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.crossborough.chassis.problem.DatabaseFault;
import org.crossborough.chassis.problem.Trace;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Since when events have waited for the service's own database. Nothing is wrong with them: they
 * are applied once it takes them, and somebody is told meanwhile.
 */
@ApplicationScoped
class Stoppage implements MeterBinder {

  private static final Logger LOG = Logger.getLogger(Stoppage.class);

  private final Clock clock;
  private final AtomicReference<@Nullable Instant> since = new AtomicReference<>();

  Stoppage(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossborough.inbox.waiting", this, Stoppage::seconds)
        .baseUnit("seconds")
        .description("How long events have waited for the service's own database to take them")
        .register(registry);
  }

  /** The database did not take an event, for a reason of its own; said once, however often. */
  void lasts(RuntimeException failure) {
    if (since.compareAndSet(null, clock.instant())) {
      LOG.errorf(
          "Events wait for the database, SQL state '%s': %s",
          DatabaseFault.stateBehind(failure), Trace.of(failure));
    }
  }

  /** The database took an event. */
  void isOver() {
    if (since.getAndSet(null) != null) {
      LOG.info("Events no longer wait for the database");
    }
  }

  /** How long it has lasted; 0 when events are taken. */
  double seconds() {
    Instant begun = since.get();
    return begun == null ? 0 : Duration.between(begun, clock.instant()).toMillis() / 1000.0;
  }
}
