package org.crossborough.safety.auditing;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.crossborough.safety.access.Alerts;

/** Writes down, in the key store's database, how far the audit has got. */
@ApplicationScoped
class HeadPublishing {

  private final AgroalDataSource audit;
  private final AgroalDataSource keys;
  private final AnchorConfig config;
  private final Alerts alerts;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("audit-anchor").daemon().factory());

  HeadPublishing(
      AgroalDataSource audit,
      @DataSource("keys") AgroalDataSource keys,
      AnchorConfig config,
      Alerts alerts,
      Clock clock) {
    this.audit = audit;
    this.keys = keys;
    this.config = config;
    this.alerts = alerts;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    long every = config.every().toMillis();
    var _ = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    timer.shutdown();
  }

  private void look() {
    try {
      publish();
    } catch (SQLException | RuntimeException failure) {
      // The next look tries again; an exception let through would end the looking.
      alerts.raise(Alerts.Alert.AUDIT_ANCHOR_MISSING);
    }
  }

  /** Writes the head down, unless that was done since the last entry. */
  void publish() throws SQLException {
    try (Connection from = audit.getConnection();
        Statement last = from.createStatement();
        ResultSet head =
            last.executeQuery("select seq, hash from audit_entry order by seq desc limit 1")) {
      if (head.next()) {
        keep(head.getLong("seq"), HexFormat.of().formatHex(head.getBytes("hash")));
      }
    }
  }

  private void keep(long entries, String head) throws SQLException {
    try (Connection to = keys.getConnection();
        PreparedStatement statement =
            to.prepareStatement(
                "insert into audit_anchor (entries, head, at) values (?, ?, ?)"
                    + " on conflict do nothing")) {
      statement.setLong(1, entries);
      statement.setString(2, head);
      statement.setTimestamp(3, Timestamp.from(clock.instant()));
      statement.executeUpdate();
    }
  }
}
