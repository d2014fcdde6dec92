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
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.ProgrammeTemplates;

/**
 * Reads sessions with what belongs to them in one statement each. Its cost follows the sessions
 * found, not the number of runs: row-level security lets no index over an array of names be used,
 * so that who leads what is kept in a table of its own, {@code session_lead}.
 */
@ApplicationScoped
class Appointments {

  private static final String COLUMNS =
      """
      select s.id, s.run_id, r.template_code, r.template_version, s.index, s.date, s.start_time,
        s.planned_minutes, s.status, r.venue, s.borough_code, s.planned_facilitators, s.sequence,
        s.changed_at,
      """;
  // How many men are expected is for the day; a calendar, which is kept outside, does not say it.
  private static final String NOBODY_COUNTED = " 0 as expected ";
  private static final String EXPECTED =
      """
        (select count(*) from enrolment e
          where e.run_id = s.run_id and e.status in ('PLANNED', 'ACTIVE')) as expected
      """;
  private static final String OF_RUN =
      COLUMNS
          + NOBODY_COUNTED
          + """
          from programme_session s join programme_run r on r.id = s.run_id
          where s.run_id = ? order by s.date, s.start_time, s.id
          """;
  private static final String LED_BY =
      """
      from session_lead l join programme_session s on s.id = l.session_id
      join programme_run r on r.id = s.run_id
      where l.facilitator = ? and l.date
      """;
  private static final String FROM_DAY =
      COLUMNS + NOBODY_COUNTED + LED_BY + " >= ? order by l.date, s.start_time, s.id limit 1000";
  private static final String OF_DAY =
      COLUMNS + EXPECTED + LED_BY + " = ? order by s.start_time, s.id";

  private final AgroalDataSource dataSource;
  private final ProgrammeTemplates templates;

  Appointments(AgroalDataSource dataSource, ProgrammeTemplates templates) {
    this.dataSource = dataSource;
    this.templates = templates;
  }

  /** Every session of a run, those cancelled among them. */
  List<Appointment> ofRun(UUID runId) {
    return read(OF_RUN, runId);
  }

  /** What somebody leads from a day on, with what was cancelled, at most a thousand sessions. */
  List<Appointment> ledBy(String facilitator, LocalDate from) {
    return read(FROM_DAY, facilitator, from);
  }

  /** What somebody leads on one day; what was cancelled stays on the list, marked. */
  List<Appointment> ofDay(String facilitator, LocalDate day) {
    return read(OF_DAY, facilitator, day);
  }

  /** Whether anybody of this name ever led, or is to lead, a session. */
  boolean knows(String facilitator) {
    String sql = "select 1 from session_lead where facilitator = ? limit 1";
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

  private Appointment appointment(ResultSet row) throws SQLException {
    return new Appointment(
        row.getObject("id", UUID.class),
        row.getObject("run_id", UUID.class),
        title(row.getString("template_code"), row.getInt("template_version")),
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

  /** A published version never changes, so that its title is looked up once, not for each row. */
  private String title(String code, int version) {
    return templates.find(code, version).map(ProgrammeTemplate::title).orElse(code);
  }
}
