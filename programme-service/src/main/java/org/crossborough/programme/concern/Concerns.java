package org.crossborough.programme.concern;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All concerns. */
@ApplicationScoped
class Concerns implements PanacheRepositoryBase<Concern, UUID> {

  List<Concern> of(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }
}
