package org.crossborough.outcomes.pathway;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;

/**
 * What happened at each session for each man, in its highest revision whatever came first; of two
 * that claim the same revision, the later told. Lower ones are kept beside it, for figures of an
 * earlier moment.
 */
@ApplicationScoped
class Attendances {

  private static final String KEEP =
      """
      insert into attendance_revision (enrolment_id, session_id, referral_id, revision, held_on,
                                       code, attended_minutes, countable_minutes, told_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String TAKE =
      """
      insert into attendance (enrolment_id, session_id, referral_id, revision, held_on,
                              code, attended_minutes, countable_minutes, told_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (enrolment_id, session_id) do update
      set revision = excluded.revision, held_on = excluded.held_on,
          code = excluded.code, attended_minutes = excluded.attended_minutes,
          countable_minutes = excluded.countable_minutes, told_at = excluded.told_at
      where (attendance.revision, attendance.told_at, attendance.code,
             attendance.attended_minutes, attendance.countable_minutes, attendance.held_on)
          < (excluded.revision, excluded.told_at, excluded.code,
             excluded.attended_minutes, excluded.countable_minutes, excluded.held_on)
      """;

  // The same choice among those that had been told by a moment.
  private static final String THEN =
      """
      select distinct on (enrolment_id, session_id) * from attendance_revision
      where told_at <= :asOf
      order by enrolment_id, session_id, revision desc, told_at desc, code desc,
        attended_minutes desc, countable_minutes desc, held_on desc\
      """;

  private final AgroalDataSource dataSource;

  Attendances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes revisions in, one after the other; false when each had come before, or a higher one. */
  boolean take(List<AttendanceRecorded> attendances) {
    try (Connection connection = dataSource.getConnection()) {
      var _ = each(connection, KEEP, attendances);
      return IntStream.of(each(connection, TAKE, attendances)).anyMatch(rows -> rows == 1);
    } catch (SQLException failure) {
      throw new IllegalStateException("Attendance could not be taken in", failure);
    }
  }

  private static int[] each(Connection connection, String sql, List<AttendanceRecorded> attendances)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (AttendanceRecorded attendance : attendances) {
        statement.setObject(1, attendance.enrolmentId());
        statement.setObject(2, attendance.sessionId());
        statement.setObject(3, attendance.referralId());
        statement.setInt(4, attendance.revision());
        statement.setObject(5, attendance.heldOn());
        statement.setString(6, attendance.code());
        statement.setInt(7, attendance.attendedMinutes());
        statement.setInt(8, attendance.countableMinutes());
        statement.setObject(
            9, attendance.occurredAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  /** The rows of {@code attendance} as they were at the moment {@code :asOf}. */
  static String then() {
    return THEN;
  }
}
