package org.crossborough.programme.watch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.crossborough.programme.watch.Backlog.Age;

/** Counts what is left undone; its cost follows what is, since two indexes hold nothing else. */
@ApplicationScoped
class CountBacklog {

  /** Only where somebody had a place that day: a register of nobody is not missing. */
  private static final String WITHOUT_REGISTER =
      """
      select count(*) from programme_session s join programme_run r on r.id = s.run_id
      where s.register_changes = 0 and s.status <> 'CANCELLED' and r.cancelled_at is null
        and s.date <= ?
        and (s.date + s.start_time + make_interval(mins => s.planned_minutes))
          at time zone 'Europe/London' < ?
        and exists (select from enrolment_place p join enrolment e on e.id = p.enrolment_id
          where p.run_id = s.run_id and e.status <> 'NOT_STARTED'
            and s.date between coalesce(p.from_on, s.date) and coalesce(p.until_on, s.date)
            and (p.purpose = 'FOLLOW_ON' or e.ended_on is null or s.date <= e.ended_on))
      """;

  private static final String AWAITING_CLEARANCE =
      """
      select c.at from enrolment e
      join enrolment_status_change c on c.enrolment_id = e.id and c.from_status is null
      where e.status = 'PLANNED'
        and not exists (select from start_clearance k where k.referral_id = e.referral_id)
      """;

  private final AgroalDataSource dataSource;
  private final WatchConfig config;
  private final Clock clock;

  CountBacklog(AgroalDataSource dataSource, WatchConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** What is left undone now, as far as the running transaction sees. */
  Backlog now() {
    Instant now = clock.instant();
    try (Connection connection = dataSource.getConnection()) {
      return new Backlog(withoutRegister(connection, now), awaitingClearance(connection, now));
    } catch (SQLException failure) {
      throw new IllegalStateException("What is left undone could not be counted", failure);
    }
  }

  private long withoutRegister(Connection connection, Instant now) throws SQLException {
    OffsetDateTime due = now.minus(config.registerDueAfter()).atOffset(ZoneOffset.UTC);
    try (PreparedStatement statement = connection.prepareStatement(WITHOUT_REGISTER)) {
      // A day in London may begin before the same day in UTC.
      statement.setObject(1, due.toLocalDate().plusDays(1));
      statement.setObject(2, due);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private static Map<Age, Long> awaitingClearance(Connection connection, Instant now)
      throws SQLException {
    Map<Age, Long> byAge = new EnumMap<>(Age.class);
    try (PreparedStatement statement = connection.prepareStatement(AWAITING_CLEARANCE);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Instant since = row.getObject(1, OffsetDateTime.class).toInstant();
        byAge.merge(Age.of(Duration.between(since, now)), 1L, Long::sum);
      }
    }
    return byAge;
  }
}
