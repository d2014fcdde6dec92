package org.crossborough.safety.incident;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;

/** What she told in her copy; what others told about him is not hers to be given. */
@ApplicationScoped
class HeldIncidents implements HeldAboutHer {

  private final Incidents incidents;
  private final SaferAnswers answers;

  HeldIncidents(Incidents incidents, SaferAnswers answers) {
    this.incidents = incidents;
    this.answers = answers;
  }

  /** Both parts as she is given them. */
  record Held(List<IncidentResource.IncidentView> incidents, List<SaferAnswers.Given> feelsSafer) {}

  @Override
  public String section() {
    return "sinceThen";
  }

  @Override
  public Held of(UUID caseId, UUID personId, PersonalKey key) {
    return new Held(
        incidents.ever(caseId).stream()
            .filter(Incident::isToldByHer)
            .map(incident -> incident.open(key))
            .toList(),
        answers.ever(caseId).stream().map(SaferAnswer::given).toList());
  }
}
