package org.crossborough.programme.enrolment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All enrolments. */
@ApplicationScoped
class Enrolments implements PanacheRepositoryBase<Enrolment, UUID> {

  Enrolment get(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> EnrolmentProblem.NOT_FOUND.because("No enrolment has this id."));
  }

  Optional<Enrolment> ofReferral(UUID referralId) {
    return find("referralId", referralId).firstResultOptional();
  }

  List<Enrolment> ofRun(UUID runId, UUID before, int rows) {
    return find("runId = ?1 and id < ?2 order by id desc", runId, before).page(0, rows).list();
  }

  /** Locked in one order, so that two registers with the same men wait instead of deadlocking. */
  List<Enrolment> lock(UUID runId, Collection<UUID> ids) {
    return find("runId = ?1 and id in ?2 order by id", runId, ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
