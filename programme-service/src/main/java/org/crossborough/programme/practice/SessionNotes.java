package org.crossborough.programme.practice;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All session notes. */
@ApplicationScoped
class SessionNotes implements PanacheRepositoryBase<SessionNote, UUID> {

  List<SessionNote> of(UUID sessionId, UUID before, int rows) {
    return find("sessionId = ?1 and id < ?2 order by id desc", sessionId, before)
        .page(0, rows)
        .list();
  }

  List<SessionNote> about(Collection<UUID> enrolmentIds) {
    return list("enrolmentId in ?1", enrolmentIds);
  }
}
