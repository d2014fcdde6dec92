package org.crossborough.safety.letter;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.contact.ContactUse;
import org.hibernate.annotations.Immutable;

/** That a message was drafted: from which template, to which contact point; never its text. */
@Entity
@Immutable
@Table(name = "survivor_message")
@SuppressWarnings("unused") // Some columns are for queries alone.
class SurvivorDraft {

  @Id private UUID id;
  private UUID caseId;
  private UUID contactPointId;

  @Enumerated(EnumType.STRING)
  private ContactUse contactUse;

  @Enumerated(EnumType.STRING)
  private SurvivorTemplate template;

  private Instant draftedAt;
  private String draftedBy;

  private SurvivorDraft() {}

  static SurvivorDraft of(
      UUID caseId, SurvivorMessage message, SurvivorTemplate template, String by, Instant at) {
    SurvivorDraft draft = new SurvivorDraft();
    draft.id = Ids.next();
    draft.caseId = caseId;
    draft.contactPointId = message.recipient().contactPointId();
    draft.contactUse = message.recipient().use();
    draft.template = template;
    draft.draftedAt = at;
    draft.draftedBy = by;
    return draft;
  }

  UUID id() {
    return id;
  }

  SurvivorDrafts.Draft view() {
    return new SurvivorDrafts.Draft(id, contactPointId, contactUse, template, draftedAt);
  }
}
