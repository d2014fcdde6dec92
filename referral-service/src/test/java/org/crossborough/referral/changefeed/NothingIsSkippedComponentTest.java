package org.crossborough.referral.changefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

/**
 * Numbers are taken before a commit and seen after it. A reader that goes by them passes over
 * whatever commits late; beside the feed runs such a reader, to show that the trap was set.
 */
@QuarkusTest
class NothingIsSkippedComponentTest {

  private static final int WRITERS = 16;
  private static final int TRANSACTIONS = 25;

  @Test
  void a_change_that_commits_late_is_read_late_and_not_passed_over() throws Exception {
    Feed feed = Feed.fromNow(COORDINATOR);
    NaiveReader naive = new NaiveReader();
    UUID late = UUID.randomUUID();
    UUID early = UUID.randomUUID();
    try (Connection slow = transaction();
        Connection fast = transaction()) {
      change(slow, late, "RECEIVED");
      change(fast, early, "RECEIVED");
      fast.commit();
      assertThat(referrals(feed.rest())).containsExactly(early.toString());
      assertThat(naive.rest()).containsExactly(early);

      slow.commit();
    }

    assertThat(referrals(feed.rest())).containsExactly(late.toString());
    assertThat(naive.rest()).as("what going by numbers finds").isEmpty();
  }

  @Test
  void among_many_slow_transactions_each_change_is_read_once_and_each_referrals_in_order()
      throws Exception {
    Feed feed = Feed.fromNow(COORDINATOR);
    NaiveReader naive = new NaiveReader();
    List<Map<String, String>> read = new ArrayList<>();
    List<UUID> naively = new ArrayList<>();
    List<UUID> written = new ArrayList<>();
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<List<UUID>>> work = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        work.add(writers.submit((Callable<List<UUID>>) NothingIsSkippedComponentTest::write));
      }
      while (work.stream().anyMatch(writer -> !writer.isDone())) {
        read.addAll(feed.page());
        naively.addAll(naive.rest());
      }
      for (Future<List<UUID>> writer : work) {
        written.addAll(writer.get());
      }
    }
    read.addAll(feed.rest());
    naively.addAll(naive.rest());

    assertThat(written).hasSize(WRITERS * TRANSACTIONS);
    assertThat(new HashSet<>(read)).as("no change twice").hasSameSizeAs(read);
    Map<String, List<String>> byReferral =
        read.stream()
            .collect(
                Collectors.groupingBy(
                    change -> change.get("referralId"),
                    Collectors.mapping(change -> change.get("type"), Collectors.toList())));
    assertThat(byReferral.keySet())
        .containsExactlyInAnyOrderElementsOf(written.stream().map(UUID::toString).toList());
    assertThat(byReferral.values())
        .allSatisfy(types ->
            assertThat(types).containsExactly("referral.received", "referral.status_changed"));
    assertThat(naively).as("what going by numbers finds").hasSizeLessThan(2 * written.size());
  }

  /** Each transaction takes its numbers first and commits up to 30 ms later. */
  private static List<UUID> write() throws SQLException {
    List<UUID> written = new ArrayList<>();
    try (Connection connection = transaction();
        Statement work = connection.createStatement()) {
      for (int i = 0; i < TRANSACTIONS; i++) {
        UUID referral = UUID.randomUUID();
        change(connection, referral, "RECEIVED");
        work.execute("select pg_sleep(random() * 0.03)");
        change(connection, referral, "STATUS_CHANGED");
        connection.commit();
        written.add(referral);
      }
    }
    return written;
  }

  private static Connection transaction() throws SQLException {
    Connection connection = Psql.asService();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set app.borough = '*'");
    }
    connection.setAutoCommit(false);
    return connection;
  }

  private static void change(Connection connection, UUID referral, String type)
      throws SQLException {
    String sql =
        """
        insert into referral_change (borough_code, referral_id, type, status, occurred_at)
        values ('E09000033', ?, ?, 'RECEIVED', now())
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, referral);
      statement.setString(2, type);
      statement.executeUpdate();
    }
  }

  private static List<String> referrals(List<Map<String, String>> changes) {
    return changes.stream().map(change -> change.get("referralId")).toList();
  }

  /** Goes on above the highest number that it saw. */
  private static final class NaiveReader {

    private long seen;

    NaiveReader() throws SQLException {
      seen = Psql.count("select coalesce(max(seq), 0) from referral_change");
    }

    List<UUID> rest() throws SQLException {
      List<UUID> found = new ArrayList<>();
      try (Connection connection = transaction();
          PreparedStatement statement =
              connection.prepareStatement(
                  "select seq, referral_id from referral_change where seq > ? order by seq")) {
        statement.setLong(1, seen);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            seen = row.getLong(1);
            found.add(row.getObject(2, UUID.class));
          }
        }
      }
      return found;
    }
  }
}
