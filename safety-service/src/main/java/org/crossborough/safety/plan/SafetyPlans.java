package org.crossborough.safety.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The safety plans of survivors. */
@ApplicationScoped
public class SafetyPlans implements PanacheRepositoryBase<SafetyPlanVersion, UUID> {

  /** A version of a plan without what is in it. */
  @Schema(name = "SafetyPlanVersion")
  public record Brief(int version, LocalDate agreedOn, LocalDate reviewOn, Instant recordedAt) {}

  /** The place of a version that is to be added. */
  record Next(UUID caseId, int version) {}

  SafetyPlans() {}

  /** The version that counts; empty while there is no plan. */
  public Optional<Brief> current(UUID caseId) {
    return last(caseId).map(SafetyPlanVersion::brief);
  }

  Optional<SafetyPlanVersion> last(UUID caseId) {
    return find("caseId = ?1 order by version desc", caseId).page(0, 1).firstResultOptional();
  }

  Optional<SafetyPlanVersion> version(UUID caseId, int version) {
    return find("caseId = ?1 and version = ?2", caseId, version).firstResultOptional();
  }

  List<SafetyPlanVersion> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<SafetyPlanVersion> ever(UUID caseId) {
    return list("caseId = ?1 order by version", caseId);
  }
}
