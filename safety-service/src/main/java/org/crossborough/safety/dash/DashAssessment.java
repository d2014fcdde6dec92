package org.crossborough.safety.dash;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.Immutable;

/** One assessment, never changed afterwards: a later one supersedes it. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class DashAssessment {

  @Id private UUID id;
  private UUID caseId;
  private int number;
  private LocalDate assessedOn;

  @Enumerated(EnumType.STRING)
  private NewDash.Occasion occasion;

  @Enumerated(EnumType.STRING)
  private RiskLevel finalLevel;

  private Instant recordedAt;
  private String recordedBy;
  private byte[] content;

  private DashAssessment() {}

  static DashAssessment sealed(
      UUID caseId, int number, NewDash asked, DashContent content, PersonalKey key) {
    DashAssessment assessment = new DashAssessment();
    assessment.id = Ids.next();
    assessment.caseId = caseId;
    assessment.number = number;
    assessment.assessedOn = asked.assessedOn();
    assessment.occasion = asked.occasion();
    assessment.finalLevel =
        asked.finalLevel() == null ? content.derivedLevel() : asked.finalLevel();
    assessment.content = key.seal(assessment.field(), ClearText.written(content));
    return assessment;
  }

  DashAssessment recorded(String by, Instant at) {
    recordedBy = by;
    recordedAt = at;
    return this;
  }

  DashContent open(PersonalKey key) {
    return ClearText.read(key.open(field(), content), DashContent.class);
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  RiskLevel finalLevel() {
    return finalLevel;
  }

  DashAssessments.Brief brief() {
    return new DashAssessments.Brief(
        id, number, assessedOn, occasion.name(), finalLevel, recordedAt);
  }

  private SealedField field() {
    return new SealedField("dash/" + id, 1);
  }
}
