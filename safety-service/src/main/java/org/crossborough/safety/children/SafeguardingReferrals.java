package org.crossborough.safety.children;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;

/** What was told to those who protect children. */
@ApplicationScoped
class SafeguardingReferrals implements PanacheRepositoryBase<SafeguardingReferral, UUID> {

  SafeguardingReferrals() {}

  List<SafeguardingReferral> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<SafeguardingReferral> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }

  SafeguardingReferral require(UUID caseId, UUID id) {
    return findByIdOptional(id)
        .filter(referral -> referral.caseId().equals(caseId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
