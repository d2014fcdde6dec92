package org.crossborough.safety.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.read;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ForgettingWhoBrowsedComponentTest {

  private static final String SOMEBODY = "'somebody-of-yesterday'";

  @Inject BrowsingRetention retention;

  @Test
  void who_read_and_searched_is_forgotten_after_a_day_and_the_audit_is_not() throws SQLException {
    UUID id = aCase();
    assertThat(read(id).statusCode()).isEqualTo(200);
    for (String age : new String[] {"25 hours", "23 hours"}) {
      asService(
          "insert into case_reading values (%s, gen_random_uuid(), now() - interval '%s')"
              .formatted(SOMEBODY, age));
      asService(
          "insert into case_search values (gen_random_uuid(), %s, now() - interval '%s')"
              .formatted(SOMEBODY, age));
    }
    long audited = Psql.count("select count(*) from audit_entry");

    retention.forget();

    assertThat(of("case_reading", "last_at")).isEqualTo(1);
    assertThat(of("case_search", "at")).isEqualTo(1);
    assertThat(Psql.count("select count(*) from case_reading where case_id = '%s'".formatted(id)))
        .isEqualTo(1);
    assertThat(Psql.count("select count(*) from audit_entry")).isGreaterThanOrEqualTo(audited);
  }

  @Test
  void what_the_limits_still_count_is_kept_whatever_is_configured() {
    assertThat(BrowsingRetention.keptFor(Duration.ofMinutes(1))).isEqualTo(Duration.ofHours(1));
    assertThat(BrowsingRetention.keptFor(Duration.ofDays(7))).isEqualTo(Duration.ofDays(7));
  }

  private static long of(String table, String at) throws SQLException {
    return Psql.count(
        "select count(*) from %s where actor = %s and %s > now() - interval '24 hours'"
                .formatted(table, SOMEBODY, at)
            + " and 1 = (select count(*) from %s where actor = %s)".formatted(table, SOMEBODY));
  }

  private static void asService(String sql) throws SQLException {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
      connection.commit();
    }
  }
}
