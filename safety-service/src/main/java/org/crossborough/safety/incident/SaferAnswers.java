package org.crossborough.safety.incident;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether survivors feel safer. */
@ApplicationScoped
class SaferAnswers implements PanacheRepositoryBase<SaferAnswer, UUID> {

  /** An answer as it was given. */
  @Schema(name = "FeelingSaferAnswer")
  record Given(UUID id, LocalDate askedOn, SaferAnswer.Answer answer) {}

  SaferAnswers() {}

  List<SaferAnswer> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<SaferAnswer> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }
}
