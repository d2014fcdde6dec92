package org.crossborough.safety.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.hibernate.Session;

/** What survivors asked about their own records. */
@ApplicationScoped
class SurvivorRequests implements PanacheRepositoryBase<SurvivorRequest, UUID> {

  /** One reading of her record: when, by whom, of what and why. */
  record Reading(Instant at, String actor, String action, String purpose) {}

  SurvivorRequests() {}

  List<SurvivorRequest> of(UUID caseId) {
    return list("caseId = ?1 order by id desc", caseId);
  }

  SurvivorRequest require(UUID caseId, UUID id) {
    return findByIdOptional(id)
        .filter(request -> request.caseId().equals(caseId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  /** Who has read about her, newest first, as the audit has it. */
  List<Reading> readings(UUID caseId) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(
            """
            select at, actor, action, purpose from audit_entry
            where subject = ?1 and outcome = 'DISCLOSED' order by seq desc
            """,
            Object[].class)
        .setParameter(1, caseId.toString())
        .getResultStream()
        .map(
            row -> new Reading((Instant) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }
}
