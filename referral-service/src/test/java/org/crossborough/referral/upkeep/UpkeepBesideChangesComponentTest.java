package org.crossborough.referral.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UpkeepBesideChangesComponentTest {

  /** Longer than the database takes to find out that two wait for each other. */
  private static final String WAITING =
      """
      select count(*) from pg_locks
      where not granted and waitstart < clock_timestamp() - interval '1500 ms'
      """;

  @Test
  void a_change_that_holds_a_referral_never_waits_for_the_upkeep_that_waits_for_it()
      throws SQLException {
    String id = aReferral(ISLINGTON);
    upkeepIsDone();
    try (Connection change = Psql.asOwner();
        Statement statement = change.createStatement()) {
      change.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.execute("select 1 from referral where id = '%s' for update".formatted(id));
      BehindTheService.execute(
          "insert into referral_upkeep (referral_id) values ('%s')".formatted(id));
      await().atMost(Duration.ofSeconds(30)).until(() -> Psql.count(WAITING) > 0);

      // As an erasure does; the rows would be the upkeep's if it had begun with them.
      int deleted =
          statement.executeUpdate(
              "delete from person_token where referral_id = '%s'".formatted(id));

      assertThat(deleted).isPositive();
      change.rollback();
    }
    upkeepIsDone();
  }
}
