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
import org.crossborough.chassis.time.Ids;

/** Stops whoever tries one name or number after another. */
@ApplicationScoped
class SearchLimit {

  static final Duration WINDOW = Duration.ofHours(1);

  // One statement per user at a time, so that searches sent at once are all counted.
  private static final String WAIT = "select pg_advisory_xact_lock(hashtextextended(?, 2))";
  private static final String NOTE =
      """
      insert into case_search (id, actor, at)
      select ?, ?, ? where (select count(*) from case_search where actor = ? and at > ?) < ?
      """;

  private final AgroalDataSource dataSource;
  private final BrowsingConfig config;
  private final Clock clock;

  SearchLimit(AgroalDataSource dataSource, BrowsingConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** Counts a search in the running transaction; false when it is one too many. */
  boolean admits(String actor) {
    Instant now = clock.instant();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement wait = connection.prepareStatement(WAIT);
        PreparedStatement note = connection.prepareStatement(NOTE)) {
      wait.setString(1, actor);
      try (ResultSet _ = wait.executeQuery()) {
        note.setObject(1, Ids.next());
        note.setString(2, actor);
        note.setTimestamp(3, Timestamp.from(now));
        note.setString(4, actor);
        note.setTimestamp(5, Timestamp.from(now.minus(WINDOW)));
        note.setInt(6, config.searchesPerHour());
        return note.executeUpdate() == 1;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("A search could not be counted", failure);
    }
  }
}
