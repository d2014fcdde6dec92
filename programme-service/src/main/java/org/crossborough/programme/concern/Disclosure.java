package org.crossborough.programme.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.programme.enrolment.EnrolmentLedger.Known;
import org.crossborough.programme.staff.Act;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** Something a man said that may raise the risk to others: codes and days, no words. */
@Entity
@Immutable
@Table(name = "risk_disclosure")
class Disclosure {

  /** What he disclosed. */
  @Schema(name = "DisclosureType")
  enum Type {
    NEW_PARTNER,
    NEW_VIOLENCE,
    THREAT_TO_HARM,
    THREAT_TO_KILL,
    BREACH_OF_ORDER,
    TRACING_OR_STALKING,
    ACCESS_TO_WEAPON,
    CHILD_AT_RISK,
    SELF_HARM_OR_SUICIDE,
    OTHER
  }

  /** How fast somebody must act. */
  @Schema(name = "DisclosureUrgency")
  enum Urgency {
    ROUTINE,
    URGENT,
    IMMEDIATE
  }

  /** A disclosure as staff of his side see it. */
  @Schema(name = "Disclosure")
  record View(
      UUID id,
      UUID enrolmentId,
      Type disclosureType,
      Urgency urgency,
      LocalDate disclosedOn,
      Instant recordedAt) {}

  @Id private UUID id;
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private Type disclosureType;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private LocalDate disclosedOn;
  private Instant recordedAt;

  // Kept for whoever asks the table who recorded it.
  @SuppressWarnings("UnusedVariable")
  private String recordedBy;

  private Disclosure() {}

  static Disclosure of(Known man, Type type, Urgency urgency, LocalDate on, Act act) {
    Disclosure disclosure = new Disclosure();
    disclosure.id = Ids.next();
    disclosure.enrolmentId = man.id();
    disclosure.boroughCode = man.boroughCode();
    disclosure.disclosureType = type;
    disclosure.urgency = urgency;
    disclosure.disclosedOn = on;
    disclosure.recordedAt = act.at();
    disclosure.recordedBy = act.by();
    return disclosure;
  }

  RiskDisclosed disclosed(UUID referralId) {
    return new RiskDisclosed(
        enrolmentId, recordedAt, referralId, disclosureType.name(), urgency.name());
  }

  UUID id() {
    return id;
  }

  View view() {
    return new View(id, enrolmentId, disclosureType, urgency, disclosedOn, recordedAt);
  }
}
