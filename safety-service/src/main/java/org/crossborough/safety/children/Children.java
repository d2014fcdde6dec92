package org.crossborough.safety.children;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;

/** The children of survivors' cases. */
@ApplicationScoped
public class Children implements PanacheRepositoryBase<Child, UUID> {

  static final int MOST = 20;

  Children() {}

  /** How many children of a case were under 18 when they were recorded. */
  public long countUnderEighteen(UUID caseId) {
    return count("caseId = ?1 and removedAt is null and underEighteen", caseId);
  }

  /** The children on a case, at most {@value #MOST}. */
  List<Child> of(UUID caseId) {
    return list("caseId = ?1 and removedAt is null order by id", caseId);
  }

  boolean areAllOf(UUID caseId, Collection<UUID> ids) {
    return count("caseId = ?1 and removedAt is null and id in ?2", caseId, ids)
        == ids.stream().distinct().count();
  }

  /** Keeps a child, unless there are too many on the case. */
  void keep(Child child) {
    if (count("caseId = ?1 and removedAt is null", child.caseId()) >= MOST) {
      throw ChildrenProblem.TOO_MANY.because("A case has at most %d.".formatted(MOST));
    }
    persist(child);
  }

  Child require(UUID caseId, UUID id) {
    return findByIdOptional(id)
        .filter(child -> child.caseId().equals(caseId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
