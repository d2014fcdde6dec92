package org.crossborough.safety.blindindex;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.crossborough.safety.vault.Vault.SearchToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Replaces the key of the search. Nobody is opened for it. Until all tokens are made anew, and for
 * whatever is written meanwhile with the key before, a search asks for the tokens of every
 * generation; interrupted, it has left some of an earlier one, which doing it again makes anew.
 */
@ApplicationScoped
class SearchKeyRotation {

  /**
   * What a rotation did.
   *
   * @param reindexed how many tokens were made anew: all there are
   */
  @Schema(name = "SearchKeyRotated")
  record Rotated(int reindexed) {}

  private static final int BATCH = 500;
  private static final String EARLIER =
      """
      select token, person_id, generation from person_search where generation < ?
      order by person_id, token limit %d for update
      """
          .formatted(BATCH);

  // The person stays as she is: naming her anew would wait for whoever is destroying her key.
  private static final String RENEW =
      """
      update person_search set token = ?, generation = ? where token = ? and person_id = ?
      and not exists (select 1 from person_search there where there.token = ? and there.person_id = ?)
      """;

  // What was there already under the new key is left once.
  private static final String DROP = "delete from person_search where token = ? and person_id = ?";

  private final AgroalDataSource keys;
  private final SearchKeys searchKeys;

  SearchKeyRotation(@DataSource("keys") AgroalDataSource keys, SearchKeys searchKeys) {
    this.keys = keys;
    this.searchKeys = searchKeys;
  }

  /** Puts a new key in use and makes every token anew. */
  Rotated rotate() {
    searchKeys.rotate();
    return new Rotated(reindex());
  }

  /** Makes anew whatever is of an earlier generation. */
  int reindex() {
    try (Connection connection = keys.getConnection()) {
      connection.setAutoCommit(false);
      try {
        int all = 0;
        for (int some = batch(connection); some > 0; some = batch(connection)) {
          connection.commit();
          all += some;
        }
        return all;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("The search could not be put under a new key", failure);
    }
  }

  private int batch(Connection connection) throws SQLException {
    SearchKeys.Chain chain = searchKeys.now();
    try (PreparedStatement earlier = connection.prepareStatement(EARLIER);
        PreparedStatement renew = connection.prepareStatement(RENEW);
        PreparedStatement drop = connection.prepareStatement(DROP)) {
      earlier.setInt(1, chain.latest());
      try (ResultSet row = earlier.executeQuery()) {
        while (row.next()) {
          Object personId = row.getObject("person_id");
          SearchToken before = new SearchToken(row.getBytes("token"), row.getInt("generation"));
          SearchToken after = chain.renewed(before);
          renew.setBytes(1, after.value());
          renew.setInt(2, after.generation());
          renew.setBytes(3, before.value());
          renew.setObject(4, personId);
          renew.setBytes(5, after.value());
          renew.setObject(6, personId);
          renew.addBatch();
          drop.setBytes(1, before.value());
          drop.setObject(2, personId);
          drop.addBatch();
        }
      }
      renew.executeBatch();
      return drop.executeBatch().length;
    }
  }
}
