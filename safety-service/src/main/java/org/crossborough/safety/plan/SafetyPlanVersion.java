package org.crossborough.safety.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.Immutable;

/** Her plan as it was agreed on one day; the highest version counts. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class SafetyPlanVersion {

  @Id private UUID id;
  private UUID caseId;
  private int version;
  private LocalDate agreedOn;
  private LocalDate reviewOn;
  private Instant recordedAt;
  private String recordedBy;
  private byte[] content;

  private SafetyPlanVersion() {}

  static SafetyPlanVersion sealed(
      SafetyPlans.Next next, NewSafetyPlan agreed, PersonalKey key, String by, Instant at) {
    SafetyPlanVersion plan = new SafetyPlanVersion();
    plan.id = Ids.next();
    plan.caseId = next.caseId();
    plan.version = next.version();
    plan.agreedOn = agreed.agreedOn();
    plan.reviewOn = agreed.reviewOn();
    plan.recordedAt = at;
    plan.recordedBy = by;
    plan.content = key.seal(plan.field(), ClearText.written(agreed.content()));
    return plan;
  }

  NewSafetyPlan.Content open(PersonalKey key) {
    return ClearText.read(key.open(field(), content), NewSafetyPlan.Content.class);
  }

  UUID id() {
    return id;
  }

  SafetyPlans.Brief brief() {
    return new SafetyPlans.Brief(version, agreedOn, reviewOn, recordedAt);
  }

  private SealedField field() {
    return new SealedField("safety-plan/" + id, 1);
  }
}
