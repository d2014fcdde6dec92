package org.crossborough.programme.concern;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.crossborough.programme.concern.UndeliveredDisclosures.Undelivered;
import org.jboss.logging.Logger;

/** Sounds the alarm, by a figure and in the log, while disclosures have not been delivered. */
@ApplicationScoped
class DisclosureWatch implements MeterBinder {

  private static final Logger LOG = Logger.getLogger(DisclosureWatch.class);
  private static final int MOST = 1000;

  private final UndeliveredDisclosures undelivered;
  private final DisclosureConfig config;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("disclosure-watch").daemon().factory());

  DisclosureWatch(UndeliveredDisclosures undelivered, DisclosureConfig config) {
    this.undelivered = undelivered;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    long every = config.checkEvery().toMillis();
    ScheduledFuture<?> _ =
        timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossborough.disclosures.undelivered", this, DisclosureWatch::count)
        .description("Disclosures that the broker has not acknowledged in time; at most 1000")
        .register(registry);
  }

  /** Reports what waits; nothing of whom it is about. */
  private void look() {
    try {
      List<Undelivered> waiting = undelivered.oldest(MOST);
      if (!waiting.isEmpty()) {
        LOG.errorf(
            "%d disclosures are undelivered after %s, the oldest recorded at %s: telephone the support side",
            waiting.size(), config.alertAfter(), waiting.getFirst().recordedAt());
      }
    } catch (SQLException | RuntimeException unavailable) {
      // The readiness check reports the database; a watch that ends here would watch nothing.
      LOG.error("Whether disclosures were delivered cannot be seen: the database does not answer");
    }
  }

  private double count() {
    try {
      return undelivered.oldest(MOST).size();
    } catch (SQLException unavailable) {
      // A figure that cannot be had is no figure; zero would look healthy.
      return Double.NaN;
    }
  }
}
