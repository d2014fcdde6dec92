package org.crossborough.referral.duplicate;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.identity.IdentityConfig;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.referral.duplicate.PersonTokens.Man;
import org.crossborough.referral.upkeep.Upkeep;
import org.hibernate.Session;

/** Keeps every man's tokens those of his present details, under the current key. */
@ApplicationScoped
class TokenUpkeep implements Upkeep {

  private static final String MEN =
      """
      select id, given_name, family_name, date_of_birth, nhs_number from referral
      where id in (:ids) and erased_at is null
      """;
  private static final String STORE =
      "insert into person_token (referral_id, kind, key_id, token) values (?, ?, ?, ?)";

  private final Session database;
  private final String keyId;
  private final PersonTokens tokens;

  TokenUpkeep(Session database, MatchingConfig config, IdentityConfig identity) {
    this.database = database;
    keyId = config.currentKey();
    if (keyId.equals(MatchingConfig.DEMO) && !identity.demoIdentities()) {
      throw new IllegalStateException(
          "The demonstration's matching key is for demonstrations only");
    }
    tokens =
        new PersonTokens(
            Objects.requireNonNull(
                config.keys().get(keyId), "crossborough.matching.keys lacks the current key"));
  }

  /** After a change of key, every referral is looked at again. */
  void start(@Observes StartupEvent event) {
    SystemWork.run(this::noteOldTokens);
  }

  @Transactional
  void noteOldTokens() {
    String sql =
        """
        insert into referral_upkeep (referral_id)
        select distinct referral_id from person_token where key_id <> :key
        """;
    database.createNativeMutationQuery(sql).setParameter("key", keyId).executeUpdate();
  }

  @Override
  public void of(List<UUID> referralIds) {
    database
        .createNativeMutationQuery("delete from person_token where referral_id in (:ids)")
        .setParameter("ids", referralIds)
        .executeUpdate();
    List<Tuple> men =
        database
            .createNativeQuery(MEN, Tuple.class)
            .setParameter("ids", referralIds)
            .getResultList();
    // One round trip for all of them: new referrals come by the hundred in a second.
    database.doWork(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(STORE)) {
        for (Tuple row : men) {
          add(statement, row);
        }
        statement.executeBatch();
      }
    });
  }

  private void add(PreparedStatement statement, Tuple row) throws SQLException {
    Man man =
        new Man(
            row.get(1, String.class),
            row.get(2, String.class),
            row.get(3, LocalDate.class),
            row.get(4, String.class));
    for (Map.Entry<TokenKind, byte[]> token : tokens.of(man).entrySet()) {
      statement.setObject(1, row.get(0, UUID.class));
      statement.setString(2, token.getKey().name());
      statement.setString(3, keyId);
      statement.setBytes(4, token.getValue());
      statement.addBatch();
    }
  }
}
