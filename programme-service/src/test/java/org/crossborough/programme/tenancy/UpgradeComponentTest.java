package org.crossborough.programme.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.crossborough.chassis.testing.Psql;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** In a schema of its own, which is rolled back. */
@QuarkusTest
class UpgradeComponentTest {

  private static final String BEFORE =
      """
      insert into programme_run values ('00000000-0000-7000-8000-000000000001', 'E09000019',
        'MEN_AND_MASCULINITIES', 1, 1800, null, '2025-02-03', '2025-03-03', 12, '{a,b}', now(), 0);
      insert into programme_session (id, run_id, borough_code, index, date, start_time,
          planned_minutes, countable_minutes, module_codes, status, actual_minutes, facilitators,
          held_by, held_at, register_changes, version)
        values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001',
          'E09000019', 1, '2025-02-03', '10:00', 300, 150, '{}', 'HELD', 300, '{a,b}', 'a', now(),
          1, 1);
      insert into enrolment values ('00000000-0000-7000-8000-000000000003', gen_random_uuid(),
        gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'E09000019', 'EXITED', 300, 150,
        '2025-02-03', '2025-02-03', 2);
      insert into enrolment_status_change values (gen_random_uuid(),
        '00000000-0000-7000-8000-000000000003', 'E09000019', 'ACTIVE', 'EXITED', now(), 'a',
        'MOVED_AWAY');
      insert into attendance values (gen_random_uuid(), '00000000-0000-7000-8000-000000000002',
        '00000000-0000-7000-8000-000000000003', 'E09000019', 1, 'ATTENDED', 300, 150, now(), 'a');
      """;

  @Test
  void what_was_recorded_before_has_its_place_its_days_and_its_reason_afterwards()
      throws SQLException, IOException {
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("create schema upgrade; set local search_path to upgrade");
      statement.execute(migration("V2001__programme.sql"));
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute(BEFORE);
      statement.execute("select set_config('app.borough', '', true)");

      statement.execute(migration("V2020__places_and_registers.sql"));
      statement.execute(migration("V2021__practice.sql"));

      try (ResultSet row =
          statement.executeQuery(
              """
              select e.exit_reason, e.last_registered_on, a.held_on, p.run_id = e.run_id as placed
              from enrolment e join attendance a on a.enrolment_id = e.id
              join enrolment_place p on p.enrolment_id = e.id
              """)) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString("exit_reason")).isEqualTo("MOVED_AWAY");
        assertThat(row.getString("last_registered_on")).isEqualTo("2025-02-03");
        assertThat(row.getString("held_on")).isEqualTo("2025-02-03");
        assertThat(row.getBoolean("placed")).isTrue();
      }
      connection.rollback();
    }
  }

  private static String migration(String name) throws IOException {
    String role = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
    try (InputStream sql =
        UpgradeComponentTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8)
          .replace("${appRole}", role);
    }
  }
}
