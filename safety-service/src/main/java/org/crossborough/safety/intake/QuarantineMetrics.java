package org.crossborough.safety.intake;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How many hand-overs wait for somebody to decide on them. */
@ApplicationScoped
class QuarantineMetrics implements MeterBinder {

  private final AgroalDataSource dataSource;

  QuarantineMetrics(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossborough.safety.quarantined", this, QuarantineMetrics::waiting)
        .description("Hand-overs in quarantine that nobody has decided on")
        .register(registry);
  }

  private double waiting() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from at_risk_handoff where status = 'QUARANTINED'")) {
      return row.next() ? row.getDouble(1) : 0;
    } catch (SQLException unavailable) {
      // A figure that cannot be had is no figure; zero would look healthy.
      return Double.NaN;
    }
  }
}
