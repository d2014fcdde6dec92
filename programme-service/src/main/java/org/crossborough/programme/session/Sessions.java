package org.crossborough.programme.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;

/** All sessions. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<Session, UUID> {

  Session get(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> SessionProblem.NOT_FOUND.because("No session has this id."));
  }

  List<Session> ofRuns(Collection<UUID> runIds) {
    return list("runId in ?1 order by index", runIds);
  }

  /** Lets one change of a run's timetable follow another: each sees what the one before did. */
  void lockRun(UUID runId) {
    var _ =
        OneColumn.query(
                getEntityManager(),
                "select 1 from programme_run where id = ?1 for update",
                Integer.class)
            .setParameter(1, runId)
            .getResultList();
  }
}
