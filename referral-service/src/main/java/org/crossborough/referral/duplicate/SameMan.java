package org.crossborough.referral.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.hibernate.Session;

/** Which referrals were decided to be about one man, over any number of steps. */
@ApplicationScoped
public class SameMan {

  private final Session database;

  SameMan(Session database) {
    this.database = database;
  }

  /** All referrals of the man, this one among them, the oldest first; staff only see others. */
  public List<UUID> referralsWith(UUID referralId) {
    String sql =
        """
        with recursive his(id) as (
          select cast(:id as uuid)
          union
          select case when d.referral_id = his.id then d.other_referral_id else d.referral_id end
          from his join latest_duplicate_decision d
            on d.referral_id = his.id or d.other_referral_id = his.id
          where d.decision = 'SAME_MAN')
        select id from his order by id
        """;
    return OneColumn.query(database, sql, UUID.class)
        .setParameter("id", referralId)
        .getResultList();
  }
}
