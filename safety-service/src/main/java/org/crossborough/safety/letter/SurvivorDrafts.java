package org.crossborough.safety.letter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.contact.ContactUse;
import org.crossborough.safety.request.HeldAboutHer;
import org.crossborough.safety.vault.PersonalKey;

/** The messages that were drafted. */
@ApplicationScoped
class SurvivorDrafts implements PanacheRepositoryBase<SurvivorDraft, UUID>, HeldAboutHer {

  /** A draft, without its text. */
  record Draft(
      UUID id, UUID contactPointId, ContactUse use, SurvivorTemplate template, Instant draftedAt) {}

  SurvivorDrafts() {}

  List<Draft> of(UUID caseId) {
    return list("caseId = ?1 order by id", caseId).stream().map(SurvivorDraft::view).toList();
  }

  @Override
  public String section() {
    return "messages";
  }

  @Override
  public Object of(UUID caseId, UUID personId, PersonalKey key) {
    return of(caseId);
  }
}
