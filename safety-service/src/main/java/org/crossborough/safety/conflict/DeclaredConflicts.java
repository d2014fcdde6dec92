package org.crossborough.safety.conflict;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The conflicts that were declared. */
@ApplicationScoped
class DeclaredConflicts implements PanacheRepositoryBase<DeclaredConflict, UUID> {

  DeclaredConflicts() {}

  List<DeclaredConflict> before(UUID id, int rows) {
    return find("id < ?1 and withdrawnAt is null order by id desc", id).page(0, rows).list();
  }
}
