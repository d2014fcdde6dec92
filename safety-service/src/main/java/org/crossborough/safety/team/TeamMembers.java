package org.crossborough.safety.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who works with the cases of which borough. */
@ApplicationScoped
public class TeamMembers implements PanacheRepositoryBase<TeamMember, UUID> {

  TeamMembers() {}

  /**
   * Whether a worker is in the team of a case's borough. A case of no borough, or of one that
   * nobody has been named for yet, is everybody's: somebody has to call her.
   */
  public boolean mayWork(String worker, @Nullable String boroughCode) {
    return boroughCode == null
        || count("boroughCode = ?1 and leftAt is null", boroughCode) == 0
        || isIn(worker, boroughCode);
  }

  boolean isIn(String worker, String boroughCode) {
    return count("boroughCode = ?1 and worker = ?2 and leftAt is null", boroughCode, worker) > 0;
  }

  List<TeamMember> before(UUID id, int rows) {
    return find("id < ?1 and leftAt is null order by id desc", id).page(0, rows).list();
  }
}
