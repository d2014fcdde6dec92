package org.crossborough.safety.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Stops whoever reads about one person after another. An id counts whether or not there is a case
 * behind it, so that guessing is browsing too.
 */
@ApplicationScoped
class BrowsingLimit {

  static final Duration WINDOW = Duration.ofHours(1);

  private static final String OTHERS =
      "select count(*) from case_reading where actor = ? and last_at > ? and case_id <> ?";
  private static final String NOTE =
      """
      insert into case_reading (actor, case_id, last_at) values (?, ?, ?)
      on conflict (actor, case_id) do update set last_at = excluded.last_at
      """;

  private final AgroalDataSource dataSource;
  private final BrowsingConfig config;
  private final Clock clock;

  BrowsingLimit(AgroalDataSource dataSource, BrowsingConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** Counts a reading in the running transaction; false when it is one too many. */
  boolean admits(String actor, UUID caseId) {
    Instant now = clock.instant();
    try (Connection connection = dataSource.getConnection()) {
      waitForOthersOf(connection, actor);
      boolean admitted = others(connection, actor, caseId, now) < config.casesPerHour();
      if (admitted) {
        note(connection, actor, caseId, now);
      }
      return admitted;
    } catch (SQLException failure) {
      throw new IllegalStateException("A reading could not be counted", failure);
    }
  }

  /** Readings sent at once by the same user must not all be counted before any is noted. */
  private static void waitForOthersOf(Connection connection, String actor) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 1))")) {
      statement.setString(1, actor);
      statement.execute();
    }
  }

  private static int others(Connection connection, String actor, UUID caseId, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OTHERS)) {
      statement.setString(1, actor);
      statement.setTimestamp(2, Timestamp.from(now.minus(WINDOW)));
      statement.setObject(3, caseId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private static void note(Connection connection, String actor, UUID caseId, Instant now)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
      statement.setString(1, actor);
      statement.setObject(2, caseId);
      statement.setTimestamp(3, Timestamp.from(now));
      statement.executeUpdate();
    }
  }
}
