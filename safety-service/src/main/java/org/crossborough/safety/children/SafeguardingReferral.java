package org.crossborough.safety.children;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What was told to those who protect children: when, to whom, about whom, and what came of it. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class SafeguardingReferral {

  /** Who was told. */
  @Schema(name = "SafeguardingAgency")
  enum Agency {
    CHILDREN_SERVICES,
    POLICE,
    HEALTH,
    SCHOOL,
    OTHER
  }

  /** What came of it. */
  @Schema(name = "SafeguardingResult")
  enum Outcome {
    NO_FURTHER_ACTION,
    EARLY_HELP,
    ASSESSMENT,
    CHILD_IN_NEED,
    CHILD_PROTECTION,
    LOOKED_AFTER,
    NOT_KNOWN
  }

  @Id private UUID id;
  private UUID caseId;
  private LocalDate referredOn;

  @Enumerated(EnumType.STRING)
  private Agency agency;

  private List<UUID> children;
  private Instant recordedAt;
  private String recordedBy;

  @Enumerated(EnumType.STRING)
  private @Nullable Outcome outcome;

  private @Nullable LocalDate outcomeOn;
  private byte[] content;
  @Version private long version;

  private SafeguardingReferral() {}

  static SafeguardingReferral sealed(
      UUID caseId,
      SafeguardingResource.NewSafeguarding told,
      PersonalKey key,
      String by,
      Instant at) {
    SafeguardingReferral referral = new SafeguardingReferral();
    referral.id = Ids.next();
    referral.caseId = caseId;
    referral.referredOn = told.referredOn();
    referral.agency = told.agency();
    referral.children = List.copyOf(told.children());
    referral.recordedAt = at;
    referral.recordedBy = by;
    referral.content = key.seal(referral.field(), told.reason());
    return referral;
  }

  void conclude(Outcome concluded, LocalDate on) {
    if (outcome != null) {
      throw ChildrenProblem.OUTCOME_KNOWN.because("Refer again where something changed.");
    }
    outcome = concluded;
    outcomeOn = on;
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  LocalDate referredOn() {
    return referredOn;
  }

  long version() {
    return version;
  }

  SafeguardingResource.Brief brief() {
    return new SafeguardingResource.Brief(
        id, referredOn, agency, children, outcome, outcomeOn, version);
  }

  SafeguardingResource.SafeguardingView open(PersonalKey key) {
    return new SafeguardingResource.SafeguardingView(brief(), key.open(field(), content));
  }

  private SealedField field() {
    return new SealedField("safeguarding/" + id, 1);
  }
}
