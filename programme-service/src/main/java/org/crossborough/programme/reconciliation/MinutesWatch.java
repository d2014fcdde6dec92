package org.crossborough.programme.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.crossborough.programme.watch.Watch;
import org.jboss.logging.Logger;

/**
 * Compares the minutes of all enrolments with their logs by itself, and shows the result as a
 * figure. It repairs nothing: whoever does should have seen why they differ.
 */
@ApplicationScoped
class MinutesWatch implements MeterBinder {

  private static final Logger LOG = Logger.getLogger(MinutesWatch.class);

  private final MinutesMismatches mismatches;
  private final ReconciliationConfig config;
  private final Watch watch = new Watch("minutes-watch");
  private volatile double last = Double.NaN;

  MinutesWatch(MinutesMismatches mismatches, ReconciliationConfig config) {
    this.mismatches = mismatches;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    watch.every(config.checkEvery(), this::look);
  }

  void stop(@Observes ShutdownEvent event) {
    watch.stop();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossborough.minutes.mismatch", this, watch -> watch.last)
        .description("Enrolments whose minutes were not those of their logs when last compared")
        .register(registry);
  }

  /** Compares once. */
  void look() {
    try {
      Watch.everywhere(() -> last = mismatches.count());
      if (last > 0) {
        LOG.errorf(
            "The minutes of %.0f enrolments differ from their logs: see minutes-mismatches", last);
      }
    } catch (RuntimeException unavailable) {
      // A figure that cannot be had is no figure; the last one would look healthy.
      last = Double.NaN;
      LOG.error("The minutes cannot be compared with their logs: the database does not answer");
    }
  }
}
