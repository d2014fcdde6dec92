package org.crossborough.safety.dash;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.vault.PersonalKey;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The assessments of survivors' risk. */
@ApplicationScoped
public class DashAssessments implements PanacheRepositoryBase<DashAssessment, UUID> {

  /** An assessment without its answers; the highest number is the one that counts. */
  @Schema(name = "DashAssessment")
  public record Brief(
      UUID id,
      int number,
      LocalDate assessedOn,
      String occasion,
      RiskLevel finalLevel,
      Instant recordedAt) {}

  DashAssessments() {}

  /** The assessment that counts; empty while there is none. */
  public Optional<Brief> current(UUID caseId) {
    return latest(caseId).map(DashAssessment::brief);
  }

  /** One assessment of a case, without its answers. */
  public Optional<Brief> brief(UUID caseId, UUID id) {
    return of(caseId, id).map(DashAssessment::brief);
  }

  /** The score of one assessment of a case, 0 to 24. */
  public int score(UUID caseId, UUID id, PersonalKey key) {
    return require(caseId, id).open(key).score();
  }

  /** Takes in an assessment as the next of its case. */
  DashAssessment supersede(
      UUID caseId, NewDash asked, DashContent content, PersonalKey key, String by, Instant at) {
    int number = latest(caseId).map(last -> last.brief().number()).orElse(0) + 1;
    DashAssessment assessment =
        DashAssessment.sealed(caseId, number, asked, content, key).recorded(by, at);
    // Two at the same moment: the later one fails on the number, and is sent again.
    persistAndFlush(assessment);
    return assessment;
  }

  DashAssessment require(UUID caseId, UUID id) {
    return of(caseId, id).orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  List<DashAssessment> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<DashAssessment> ever(UUID caseId) {
    return list("caseId = ?1 order by number", caseId);
  }

  /** The cases of a man's referral in which a risk was assessed before. */
  List<UUID> assessedCases(UUID referralId) {
    return getEntityManager()
        .createQuery(
            """
            select distinct d.caseId from DashAssessment d, SurvivorCase c
            where c.id = d.caseId and c.referralId = ?1
            """,
            UUID.class)
        .setParameter(1, referralId)
        .getResultList();
  }

  private Optional<DashAssessment> latest(UUID caseId) {
    return find("caseId = ?1 order by number desc", caseId).page(0, 1).firstResultOptional();
  }

  private Optional<DashAssessment> of(UUID caseId, UUID id) {
    return findByIdOptional(id).filter(assessment -> assessment.caseId().equals(caseId));
  }
}
