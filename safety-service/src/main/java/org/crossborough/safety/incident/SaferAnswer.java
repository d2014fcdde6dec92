package org.crossborough.safety.incident;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** What she answered when she was asked whether she feels safer; the last answer counts. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class SaferAnswer {

  /** Her answer. */
  @Schema(name = "FeelsSafer")
  enum Answer {
    YES,
    NO,
    NOT_SURE,
    NOT_STATED
  }

  @Id private UUID id;
  private UUID caseId;
  private LocalDate askedOn;

  @Enumerated(EnumType.STRING)
  private Answer answer;

  private Instant recordedAt;
  private String recordedBy;

  private SaferAnswer() {}

  static SaferAnswer of(UUID caseId, LocalDate askedOn, Answer answer, String by, Instant at) {
    SaferAnswer given = new SaferAnswer();
    given.id = Ids.next();
    given.caseId = caseId;
    given.askedOn = askedOn;
    given.answer = answer;
    given.recordedBy = by;
    given.recordedAt = at;
    return given;
  }

  UUID id() {
    return id;
  }

  SaferAnswers.Given given() {
    return new SaferAnswers.Given(id, askedOn, answer);
  }
}
