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
 * that claim the same revision, the later told.
 */
@ApplicationScoped
class Attendances {

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

  private final AgroalDataSource dataSource;

  Attendances(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Takes revisions in, one after the other; false when each had come before, or a higher one. */
  boolean take(List<AttendanceRecorded> attendances) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(TAKE)) {
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
      return IntStream.of(statement.executeBatch()).anyMatch(rows -> rows == 1);
    } catch (SQLException failure) {
      throw new IllegalStateException("Attendance could not be taken in", failure);
    }
  }
}
