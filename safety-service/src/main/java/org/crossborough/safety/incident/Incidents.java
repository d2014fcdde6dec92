package org.crossborough.safety.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What happened to survivors. */
@ApplicationScoped
class Incidents implements PanacheRepositoryBase<Incident, UUID> {

  Incidents() {}

  List<Incident> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<Incident> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }
}
