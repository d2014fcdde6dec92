package org.crossborough.safety.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who works with the cases of which borough. */
@ApplicationScoped
class TeamMembers implements PanacheRepositoryBase<TeamMember, UUID> {

  TeamMembers() {}

  /**
   * Waits until nobody else is changing a team: of two members who leave at once the second must
   * see that she is the last.
   */
  void changeOneByOne(String boroughCode) {
    var _ =
        getEntityManager()
            .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 3)) is null")
            .setParameter(1, boroughCode)
            .getSingleResult();
  }

  boolean isIn(String worker, String boroughCode) {
    return count("boroughCode = ?1 and worker = ?2 and leftAt is null", boroughCode, worker) > 0;
  }

  boolean isThereATeam(String boroughCode) {
    return count("boroughCode = ?1 and leftAt is null", boroughCode) > 0;
  }

  List<TeamMember> before(UUID id, int rows) {
    return find("id < ?1 and leftAt is null order by id desc", id).page(0, rows).list();
  }
}
