package org.crossborough.referral.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.hibernate.Session;

/** The notes that a referral has changed, and the features that have something to do then. */
@ApplicationScoped
public class UpkeepNotes {

  private static final long WORKER_LOCK = 0xCA5E_11F7L;

  private final Session database;
  private final Instance<Upkeep> features;
  private final UpkeepConfig config;

  UpkeepNotes(Session database, @Any Instance<Upkeep> features, UpkeepConfig config) {
    this.database = database;
    this.features = features;
    this.config = config;
  }

  /**
   * Notes that something beside the referral has changed; the referral's own row does so itself.
   */
  public void add(UUID referralId) {
    database
        .createNativeMutationQuery("insert into referral_upkeep (referral_id) values (:id)")
        .setParameter("id", referralId)
        .executeUpdate();
  }

  /**
   * Works off the oldest notes. One worker at a time, of all processes: two could overwrite the
   * newer state of a referral with the older.
   *
   * @return whether there are likely more: as many were worked off as go together
   */
  @Transactional
  boolean workOff() {
    if (!lead()) {
      return false;
    }
    List<UUID> taken = take();
    List<UUID> changed = taken.stream().distinct().toList();
    if (!changed.isEmpty()) {
      keep(changed);
      features.forEach(feature -> feature.of(changed));
    }
    return taken.size() == config.batch();
  }

  private boolean lead() {
    return OneColumn.query(database, "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
        .setParameter("lock", WORKER_LOCK)
        .getSingleResult();
  }

  /**
   * The referrals first, as every change of one does: a feature that had locked its own rows and
   * then waited for a referral would be waited for by the change that holds it, an erasure for one.
   */
  private void keep(List<UUID> referralIds) {
    OneColumn.query(
            database,
            "select id from referral where id in (:ids) order by id for key share",
            UUID.class)
        .setParameter("ids", referralIds)
        .getResultList();
  }

  /** Taken before anything is read: a change that commits later leaves a note of its own. */
  private List<UUID> take() {
    String sql =
        """
        delete from referral_upkeep
        where seq in (select seq from referral_upkeep order by seq limit :batch)
        returning referral_id
        """;
    return OneColumn.query(database, sql, UUID.class)
        .setParameter("batch", config.batch())
        .getResultList();
  }
}
