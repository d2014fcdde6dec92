package org.crossborough.safety.blindindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.safety.driver.SurvivorKeys;
import org.crossborough.safety.vault.Secret;
import org.crossborough.safety.vault.Vault.SearchToken;
import org.junit.jupiter.api.Test;

/** The one moment in which a search could miss her, made to happen by a lock on the index. */
@QuarkusTest
class SearchingWhileTheKeyChangesComponentTest {

  private static final String WAITING =
      "select count(*) from pg_locks where not granted and relation = 'person_search'::regclass";

  @Inject BlindIndex index;
  @Inject SearchKeys searchKeys;

  @Test
  void a_search_whose_tokens_were_made_anew_before_it_looked_asks_again() throws Exception {
    String name = "Moment " + UUID.randomUUID();
    UUID personId = personOf(aCase(person(name, "020 7946 0095", "YES")));
    BlindIndex.Term term = new BlindIndex.Term(Findable.NAME, Secret.of(name));

    try (ExecutorService hands = Executors.newSingleThreadExecutor();
        Connection owner = SurvivorKeys.asOwner();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("lock table person_search in access exclusive mode");
      Future<Set<UUID>> finding = hands.submit(() -> index.find(term));
      await().atMost(Duration.ofSeconds(20)).until(() -> isWaitedFor(statement));
      searchKeys.rotate();
      makeAnew(owner, personId);
      owner.commit();

      assertThat(finding.get(20, TimeUnit.SECONDS)).containsExactly(personId);
    }
  }

  private static boolean isWaitedFor(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery(WAITING)) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  /** What a rotation does with each of her tokens. */
  private void makeAnew(Connection owner, UUID personId) throws SQLException {
    try (PreparedStatement hers =
            owner.prepareStatement(
                "select token, generation from person_search where person_id = ?");
        PreparedStatement renew =
            owner.prepareStatement(
                "update person_search set token = ?, generation = ? where token = ? and person_id = ?")) {
      hers.setObject(1, personId);
      try (ResultSet row = hers.executeQuery()) {
        while (row.next()) {
          SearchToken before = new SearchToken(row.getBytes(1), row.getInt(2));
          SearchToken after = searchKeys.now().renewed(before);
          renew.setBytes(1, after.value());
          renew.setInt(2, after.generation());
          renew.setBytes(3, before.value());
          renew.setObject(4, personId);
          assertThat(renew.executeUpdate()).isEqualTo(1);
        }
      }
    }
  }

  private static UUID personOf(UUID caseId) throws SQLException {
    Object personId =
        Psql.rows("*", "select person_id from survivor_case where id = ?", caseId)
            .getFirst()
            .get("person_id");
    return UUID.fromString(String.valueOf(personId));
  }
}
