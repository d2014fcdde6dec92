package org.crossborough.programme.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Enrolments whose minutes are not those of their logs; there should be none. Log and minutes
 * change in one transaction and are compared in one statement, so that a register being taken
 * meanwhile never looks like a mismatch.
 */
@ApplicationScoped
class MinutesMismatches {

  /** What stands of a session is its highest revision. */
  private static final String COMPARED =
      """
      enrolment e cross join lateral (
        select coalesce(sum(attended_minutes), 0)::int as attended,
          coalesce(sum(countable_minutes), 0)::int as countable
        from (
          (select distinct on (a.session_id) a.attended_minutes, a.countable_minutes
            from attendance a where a.enrolment_id = e.id
            order by a.session_id, a.revision desc)
          union all
          (select distinct on (i.session_id) i.attended_minutes, i.countable_minutes
            from individual_session i where i.enrolment_id = e.id
            order by i.session_id, i.revision desc)) standing) log
      where (e.attended_minutes, e.countable_minutes) is distinct from (log.attended, log.countable)
      """;

  private static final String PAGE =
      """
      select e.id, e.attended_minutes, e.countable_minutes, log.attended, log.countable
      from %s and e.id < ? order by e.id desc limit ?
      """
          .formatted(COMPARED);
  private static final String COUNT = "select count(*) from " + COMPARED;

  private final AgroalDataSource dataSource;

  MinutesMismatches(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Newest enrolment first, from below an id. */
  List<MinutesCheck> newestBefore(UUID id, int rows) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(PAGE)) {
      statement.setObject(1, id);
      statement.setInt(2, rows);
      List<MinutesCheck> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(
              new MinutesCheck(
                  row.getObject(1, UUID.class),
                  row.getInt(2),
                  row.getInt(3),
                  row.getInt(4),
                  row.getInt(5),
                  false));
        }
      }
      return found;
    } catch (SQLException failure) {
      throw new IllegalStateException("The minutes could not be compared", failure);
    }
  }

  /** How many there are. */
  long count() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(COUNT);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    } catch (SQLException failure) {
      throw new IllegalStateException("The minutes could not be compared", failure);
    }
  }
}
