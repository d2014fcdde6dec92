package org.crossborough.referral.caselist;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.upkeep.UpkeepNotes;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Whose work a referral is; every assignment is kept, the latest counts. */
@ApplicationScoped
class Assignments {

  private final Session database;
  private final UpkeepNotes upkeep;

  Assignments(Session database, UpkeepNotes upkeep) {
    this.database = database;
    this.upkeep = upkeep;
  }

  void assign(UUID referralId, @Nullable String assignee, Occasion occasion) {
    String sql =
        """
        insert into assignment (id, referral_id, assignee, assigned_at, assigned_by)
        values (:id, :referral, cast(:assignee as text), :at, :by)
        """;
    database
        .createNativeMutationQuery(sql)
        .setParameter("id", Ids.next())
        .setParameter("referral", referralId)
        .setParameter("assignee", assignee)
        .setParameter("at", occasion.at())
        .setParameter("by", occasion.by())
        .executeUpdate();
    upkeep.add(referralId);
  }
}
