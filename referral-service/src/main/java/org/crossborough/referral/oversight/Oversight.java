package org.crossborough.referral.oversight;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crossborough.referral.clock.TimeLimit;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is open over all boroughs. Read by the monitoring, which comes without a caller and
 * may not wait: a count serves for a while, and one that cannot be had is no number.
 */
@ApplicationScoped
class Oversight {

  private static final String STANDING =
      """
      select r.status, case
          when last.at > now() - interval '7 days' then 'UNDER_7_DAYS'
          when last.at > now() - interval '28 days' then 'UNDER_28_DAYS'
          when last.at > now() - interval '90 days' then 'UNDER_90_DAYS'
          else 'OVER_90_DAYS' end, count(*)
      from referral r cross join lateral (
        select c.at from referral_status_change c where c.referral_id = r.id
        order by c.id desc limit 1) as last
      where r.status = any(?)
      group by 1, 2
      """;
  private static final String OVERDUE =
      """
      select next_limit, count(*) from case_list_entry
      where next_due_on < ? and next_limit is not null group by 1
      """;
  private static final String SUBSCRIPTIONS =
      "select state, count(*) from webhook_subscription group by 1";

  private final AgroalDataSource dataSource;
  private final OversightConfig config;
  private final Clock clock;
  private @Nullable Counted counted;

  Oversight(AgroalDataSource dataSource, OversightConfig config, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.clock = clock;
  }

  /** A referral's status and for how long it has been there. */
  record Standing(ReferralStatus status, AgeInStatus age) {}

  /** What was counted at an instant; what is not in a map is none. */
  private record Counted(
      Instant at,
      Map<Standing, Long> referrals,
      Map<TimeLimit, Long> overdue,
      Map<String, Long> subscriptions) {}

  double referrals(Standing standing) {
    Counted now = counted();
    return now == null ? Double.NaN : now.referrals.getOrDefault(standing, 0L);
  }

  double overdue(TimeLimit limit) {
    Counted now = counted();
    return now == null ? Double.NaN : now.overdue.getOrDefault(limit, 0L);
  }

  double subscriptions(String state) {
    Counted now = counted();
    return now == null ? Double.NaN : now.subscriptions.getOrDefault(state, 0L);
  }

  private synchronized @Nullable Counted counted() {
    Instant now = clock.instant();
    if (counted == null || counted.at.plus(config.countedFor()).isBefore(now)) {
      counted = count(now);
    }
    return counted;
  }

  private @Nullable Counted count(Instant now) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        bindToEveryBorough(connection);
        return new Counted(
            now, standing(connection), overdue(connection, now), subscriptions(connection));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException unavailable) {
      // A figure that cannot be had is no figure; zero would look healthy.
      return null;
    }
  }

  private static void bindToEveryBorough(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select set_config('app.borough', '*', true)");
    }
  }

  private static Map<Standing, Long> standing(Connection connection) throws SQLException {
    Map<Standing, Long> counts = new LinkedHashMap<>();
    Object[] open = ReferralStatus.open().stream().map(Enum::name).toArray();
    try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
      statement.setArray(1, connection.createArrayOf("text", open));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(
              new Standing(
                  ReferralStatus.valueOf(row.getString(1)), AgeInStatus.valueOf(row.getString(2))),
              row.getLong(3));
        }
      }
    }
    return counts;
  }

  private static Map<TimeLimit, Long> overdue(Connection connection, Instant now)
      throws SQLException {
    Map<TimeLimit, Long> counts = new EnumMap<>(TimeLimit.class);
    try (PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
      statement.setObject(1, Occasion.londonDay(now));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          counts.put(TimeLimit.valueOf(row.getString(1)), row.getLong(2));
        }
      }
    }
    return counts;
  }

  private static Map<String, Long> subscriptions(Connection connection) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SUBSCRIPTIONS)) {
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
    }
    return counts;
  }
}
