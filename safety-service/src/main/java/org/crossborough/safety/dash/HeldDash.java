package org.crossborough.safety.dash;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;

/** The assessments of her risk in her copy; answers that others gave are left out. */
@ApplicationScoped
class HeldDash implements HeldAboutHer {

  private final DashAssessments assessments;

  HeldDash(DashAssessments assessments) {
    this.assessments = assessments;
  }

  /** One assessment as she is given it. */
  record Held(DashAssessments.Brief assessment, DashContent content) {}

  @Override
  public String section() {
    return "dashAssessments";
  }

  @Override
  public List<Held> of(UUID caseId, UUID personId, PersonalKey key) {
    return assessments.ever(caseId).stream()
        .map(one -> new Held(one.brief(), one.open(key).fromHerself()))
        .toList();
  }
}
