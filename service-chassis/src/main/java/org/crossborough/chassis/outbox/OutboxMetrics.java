package org.crossborough.chassis.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How long the oldest unsent event has waited, and how many events were parked. */
@ApplicationScoped
class OutboxMetrics implements MeterBinder {

  private final AgroalDataSource dataSource;

  OutboxMetrics(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossborough.outbox.oldest.unsent", this, OutboxMetrics::oldestUnsent)
        .baseUnit("seconds")
        .description("Age of the oldest event that the broker has not acknowledged")
        .register(registry);
    Gauge.builder("crossborough.inbox.parked", this, OutboxMetrics::parked)
        .description("Events put aside because they could not be applied")
        .register(registry);
  }

  private double oldestUnsent() {
    return number(
        """
        select coalesce(extract(epoch from now() - min(recorded_at)), 0)
        from outbox where sent_offset is null
        """);
  }

  private double parked() {
    return number("select count(*) from parked_event");
  }

  private double number(String sql) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getDouble(1) : 0;
    } catch (SQLException unavailable) {
      // A figure that cannot be had is no figure; zero would look healthy.
      return Double.NaN;
    }
  }
}
