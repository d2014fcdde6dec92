package org.crossborough.programme.calendar;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Reads sessions with what belongs to them in one statement each, whose cost does not grow with the
 * number of runs: they are found by day or by who leads them.
 */
@ApplicationScoped
class Appointments {

  private static final String SELECT =
      """
      select s.id, s.run_id, t.content::jsonb ->> 'title' as title, s.index, s.date, s.start_time,
        s.planned_minutes, s.status, r.venue, s.borough_code, s.planned_facilitators, s.sequence,
        s.changed_at,
        (select count(*) from enrolment e
          where e.run_id = s.run_id and e.status in ('PLANNED', 'ACTIVE')) as expected
      from programme_session s
      join programme_run r on r.id = s.run_id
      join programme_template_version t
        on t.code = r.template_code and t.version = r.template_version
      """;
  private static final String IN_ORDER = " order by s.date, s.start_time, s.id";

  private final AgroalDataSource dataSource;

  Appointments(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Every session of a run, those cancelled among them. */
  List<Appointment> ofRun(UUID runId) {
    return read(SELECT + "where s.run_id = ?" + IN_ORDER, runId);
  }

  /** What somebody leads from a day on, with what was cancelled, at most a thousand sessions. */
  List<Appointment> ledBy(String facilitator, LocalDate from) {
    return read(
        SELECT
            + "where s.planned_facilitators @> array[?]::text[] and s.date >= ?"
            + IN_ORDER
            + " limit 1000",
        facilitator,
        from);
  }

  /** What somebody leads on one day; what was cancelled stays on the list, marked. */
  List<Appointment> ofDay(String facilitator, LocalDate day) {
    return read(
        SELECT + "where s.date = ? and s.planned_facilitators @> array[?]::text[]" + IN_ORDER,
        day,
        facilitator);
  }

  /** Whether anybody of this name ever led, or is to lead, a session. */
  boolean knows(String facilitator) {
    String sql =
        "select 1 from programme_session where planned_facilitators @> array[?]::text[] limit 1";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, facilitator);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Appointments could not be read", failure);
    }
  }

  private List<Appointment> read(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<Appointment> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(appointment(row));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("Appointments could not be read", failure);
    }
  }

  private static Appointment appointment(ResultSet row) throws SQLException {
    return new Appointment(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        row.getString("title"),
        row.getInt("index"),
        row.getObject("date", LocalDate.class),
        row.getObject("start_time", LocalTime.class),
        row.getInt("planned_minutes"),
        row.getString("status"),
        row.getString("venue"),
        row.getString("borough_code"),
        List.of((String[]) row.getArray("planned_facilitators").getArray()),
        row.getInt("expected"),
        row.getInt("sequence"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
