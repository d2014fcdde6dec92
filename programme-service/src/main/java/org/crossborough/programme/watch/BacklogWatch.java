package org.crossborough.programme.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;
import org.crossborough.programme.watch.Backlog.Age;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Shows as figures what is left undone, as last counted: being read costs nothing. */
@ApplicationScoped
class BacklogWatch implements MeterBinder {

  private static final Logger LOG = Logger.getLogger(BacklogWatch.class);

  private final CountBacklog count;
  private final WatchConfig config;
  private final Watch watch = new Watch("backlog-watch");
  private volatile @Nullable Backlog last;

  BacklogWatch(CountBacklog count, WatchConfig config) {
    this.count = count;
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
    Gauge.builder(
            "crossborough.sessions.without.register",
            this,
            watch -> watch.figure(Backlog::sessionsWithoutRegister))
        .description("Sessions that ended a day ago or earlier and have no register")
        .register(registry);
    for (Age age : Age.values()) {
      Gauge.builder(
              "crossborough.enrolments.awaiting.clearance",
              this,
              watch -> watch.figure(backlog -> backlog.awaitingClearance().getOrDefault(age, 0L)))
          .tag("age", age.tag())
          .description("Men with a place who may not start yet, by how long they have had it")
          .register(registry);
    }
  }

  /** Counts once. */
  void look() {
    try {
      Watch.everywhere(() -> last = count.now());
    } catch (RuntimeException unavailable) {
      // A figure that cannot be had is no figure; the last one would look healthy.
      last = null;
      LOG.error("What is left undone cannot be counted: the database does not answer");
    }
  }

  private double figure(ToDoubleFunction<Backlog> of) {
    Backlog counted = last;
    return counted == null ? Double.NaN : of.applyAsDouble(counted);
  }
}
