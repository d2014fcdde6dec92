package org.crossborough.outcomes.pathway;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.hibernate.Session;

/**
 * One row per referral, made anew from all that is known of it when a transaction ends in which
 * something was told: once for each referral, and for all of them together.
 */
@ApplicationScoped
class Participations {

  /**
   * Facts of one referral come on two topics, which two processes may hear at once: the later of
   * them must see what the earlier kept. All take them in one order, so that none waits in a ring.
   */
  private static final String LOCK =
      """
      insert into participation (referral_id) select unnest(?)
      on conflict (referral_id) do update set referral_id = excluded.referral_id
      """;

  private static final String OF_SOME = ParticipationRow.of("select unnest(?) as referral_id");
  private static final String ALL =
      """
      select distinct subject_id as referral_id from fact
      where kind like any (array['referral.%', 'assessment.%', 'enrolment.%'])
      union select referral_id from attendance
      """;
  private static final String OF_ALL = ParticipationRow.of(ALL);
  private static final String KNOWN =
      """
      insert into known_referral (referral_id, person_id, borough_code)
      select referral_id, person_id, referring_borough_code from participation
      where person_id is not null and referring_borough_code is not null %s
      on conflict (referral_id) do update
      set person_id = excluded.person_id, borough_code = excluded.borough_code
      where (known_referral.person_id, known_referral.borough_code)
            is distinct from (excluded.person_id, excluded.borough_code)
      """;
  private static final String KNOWN_OF_SOME = KNOWN.formatted("and referral_id = any (?)");

  private final Session session;
  private final AgroalDataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private final Facts facts;

  Participations(
      Session session,
      AgroalDataSource dataSource,
      TransactionSynchronizationRegistry transactions,
      Facts facts) {
    this.session = session;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.facts = facts;
  }

  /** Something was told of a referral or its enrolment. */
  void heard(UUID referralId, Event event) {
    facts.hear(referralId, event);
    if (!Bulk.isHeard()) {
      changed(referralId);
    }
  }

  /** The row of a referral is made anew before the running transaction ends. */
  void changed(UUID referralId) {
    if (transactions.getResource(this) instanceof Changed changed) {
      changed.referralIds.add(referralId);
    } else {
      Changed changed = new Changed(referralId);
      transactions.putResource(this, changed);
      transactions.registerInterposedSynchronization(changed);
    }
  }

  /** What all rows are made of. */
  static String told() {
    return ParticipationRow.told(ALL);
  }

  /** Makes all rows anew; what is there already stays the same, byte for byte. */
  void rebuild() {
    session.createNativeMutationQuery(OF_ALL).executeUpdate();
    session.createNativeMutationQuery(KNOWN.formatted("")).executeUpdate();
  }

  private void make(Set<UUID> referralIds) {
    try (Connection connection = dataSource.getConnection()) {
      keepPlans(connection);
      Array ids = connection.createArrayOf("uuid", referralIds.toArray());
      for (String sql : new String[] {LOCK, OF_SOME, KNOWN_OF_SOME}) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          statement.setArray(1, ids);
          statement.executeUpdate();
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("What was told of referrals could not be kept", failure);
    }
  }

  /** One plan for however many: thinking of a new one each time takes longer than following it. */
  private static void keepPlans(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local plan_cache_mode = force_generic_plan");
    }
  }

  /** The referrals of which something was told in one transaction. */
  private final class Changed implements Synchronization {

    private final Set<UUID> referralIds = new TreeSet<>();

    Changed(UUID first) {
      referralIds.add(first);
    }

    @Override
    public void beforeCompletion() {
      make(referralIds);
    }

    @Override
    public void afterCompletion(int status) {
      // The rows came or went with the transaction.
    }
  }
}
