package org.crossborough.safety.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossborough.chassis.tenancy.SystemWork;
import org.jboss.logging.Logger;

/**
 * Forgets who read and searched once the limits no longer count it: beside the audit, which says it
 * too and cannot be changed, a second list of who looked at whom is one too many.
 */
@ApplicationScoped
class BrowsingRetention {

  private static final Logger LOG = Logger.getLogger(BrowsingRetention.class);
  private static final List<String> FORGET =
      List.of("delete from case_reading where last_at < ?", "delete from case_search where at < ?");

  private final AgroalDataSource dataSource;
  private final BrowsingConfig config;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("browsing-retention").daemon().factory());

  BrowsingRetention(AgroalDataSource dataSource, BrowsingConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    long every = config.forgetEvery().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdown();
  }

  private void look() {
    try {
      forget();
    } catch (RuntimeException failure) {
      // The next look tries again; an exception let through would end the looking.
      LOG.warnf("Who browsed could not be forgotten: %s", failure.getMessage());
    }
  }

  /** Deletes what is older than is kept, though never what the limits still count. */
  void forget() {
    Instant before = clock.instant().minus(keptFor(config.keptFor()));
    SystemWork.run(() -> QuarkusTransaction.requiringNew().run(() -> forget(before)));
  }

  static Duration keptFor(Duration configured) {
    return configured.compareTo(BrowsingLimit.WINDOW) < 0 ? BrowsingLimit.WINDOW : configured;
  }

  private void forget(Instant before) {
    for (String sql : FORGET) {
      try (Connection connection = dataSource.getConnection();
          PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setTimestamp(1, Timestamp.from(before));
        statement.executeUpdate();
      } catch (SQLException failure) {
        throw new IllegalStateException("Who browsed could not be forgotten", failure);
      }
    }
  }
}
