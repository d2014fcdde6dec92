package org.crossborough.safety.conflict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The conflicts that were declared. */
@ApplicationScoped
public class DeclaredConflicts implements PanacheRepositoryBase<DeclaredConflict, UUID> {

  DeclaredConflicts() {}

  /** Whether a worker must not see what belongs to a referral. */
  public boolean standsBetween(String worker, UUID referralId) {
    return count("worker = ?1 and referralId = ?2 and withdrawnAt is null", worker, referralId) > 0;
  }

  List<DeclaredConflict> before(UUID id, int rows) {
    return find("id < ?1 and withdrawnAt is null order by id desc", id).page(0, rows).list();
  }
}
