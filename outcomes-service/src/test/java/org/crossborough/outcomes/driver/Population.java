package org.crossborough.outcomes.driver;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;

/** Men as the read model knows them, written there directly; generated, nobody real. */
public final class Population {

  private static final int THRESHOLD = 1800;
  private static final List<String> RELEASED =
      List.of("frozen_return", "released_claim", "released_figure", "feed_cell", "feed_release");

  private final Map<String, UUID> runs = new HashMap<>();

  private Population() {}

  /** Forgets everybody, and all that was ever released. */
  public static Population none() throws SQLException {
    OtherServices.forgetEverything();
    try (Connection owner = Psql.asOwner();
        Statement statement = owner.createStatement()) {
      for (String table : RELEASED) {
        statement.execute("alter table %s disable trigger user".formatted(table));
      }
      statement.execute("truncate " + String.join(", ", RELEASED));
      for (String table : RELEASED) {
        statement.execute("alter table %s enable trigger user".formatted(table));
      }
    }
    return new Population();
  }

  /** So many referrals that a borough sent on a day. */
  public void referred(String borough, LocalDate on, String referrerType, int referrals)
      throws SQLException {
    try (Connection connection = asService();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into participation
                  (referral_id, person_id, referring_borough_code, referrer_type, referred_on)
                values (gen_random_uuid(), gen_random_uuid(), ?, ?, ?)
                """)) {
      for (int i = 0; i < referrals; i++) {
        statement.setString(1, borough);
        statement.setString(2, referrerType);
        statement.setDate(3, Date.valueOf(on));
        statement.addBatch();
      }
      var _ = statement.executeBatch();
      connection.commit();
    }
  }

  /** So many men seen on a day, of whom so many started, of whom so many reached the threshold. */
  public void men(String borough, LocalDate seenOn, int workedWith, int started, int reached)
      throws SQLException {
    UUID run = run(borough);
    try (Connection connection = asService();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into participation
                  (referral_id, person_id, run_id, assessed_on, countable_minutes,
                   first_countable_on, referring_borough_code)
                values (gen_random_uuid(), gen_random_uuid(), ?, ?, ?, ?, ?)
                """)) {
      for (int man = 0; man < workedWith; man++) {
        statement.setObject(1, run);
        statement.setDate(2, Date.valueOf(seenOn));
        statement.setInt(3, man < reached ? THRESHOLD : man < started ? THRESHOLD - 1 : 0);
        statement.setDate(4, man < started ? Date.valueOf(seenOn.plusDays(14)) : null);
        statement.setString(5, borough);
        statement.addBatch();
      }
      var _ = statement.executeBatch();
      connection.commit();
    }
  }

  private UUID run(String borough) throws SQLException {
    UUID known = runs.get(borough);
    if (known != null) {
      return known;
    }
    UUID run = UUID.randomUUID();
    try (Connection connection = asService();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                insert into known_run (run_id, borough_code, template_code, template_version,
                                       starts_on, ends_on, minimum_countable_minutes)
                values (?, ?, 'MEN_AND_MASCULINITIES', 1, '2026-02-02', '2026-03-20', ?)
                """)) {
      statement.setObject(1, run);
      statement.setString(2, borough);
      statement.setInt(3, THRESHOLD);
      var _ = statement.executeUpdate();
      connection.commit();
    }
    runs.put(borough, run);
    return run;
  }

  private static Connection asService() throws SQLException {
    Connection connection = Psql.asService();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('app.borough', '*', true)");
    }
    return connection;
  }
}
