package org.crossborough.safety.marac;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.vault.ClearText;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One referral to the conference of the survivor's own borough. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class MaracReferral {

  @Id private UUID id;
  private UUID caseId;
  private String boroughCode;
  private LocalDate referredOn;
  private List<String> criteria;
  private @Nullable UUID dashId;
  private @Nullable UUID repeatOf;
  private boolean survivorAware;
  private boolean survivorConsents;
  private @Nullable Instant dueAt;

  @Enumerated(EnumType.STRING)
  private MaracStatus status;

  private @Nullable LocalDate meetingOn;
  private Instant recordedAt;
  private String recordedBy;
  private byte[] content;
  @Version private long version;

  private MaracReferral() {}

  /**
   * Makes a referral.
   *
   * @param dueAt by when it was due, since her risk was found to be high; null where it was not
   * @param repeatOf the last referral, where this one repeats it
   */
  static MaracReferral to(
      String boroughCode,
      UUID caseId,
      NewMarac asked,
      Set<MaracCriterion> met,
      @Nullable UUID repeatOf,
      @Nullable Instant dueAt) {
    MaracReferral referral = new MaracReferral();
    referral.id = Ids.next();
    referral.caseId = caseId;
    referral.boroughCode = boroughCode;
    referral.referredOn = asked.referredOn();
    referral.criteria = met.stream().map(Enum::name).toList();
    referral.dashId = asked.dashId();
    referral.repeatOf = repeatOf;
    referral.survivorAware = asked.survivorAware();
    referral.survivorConsents = asked.survivorConsents();
    referral.dueAt = dueAt;
    referral.status = MaracStatus.REFERRED;
    return referral;
  }

  /** Keeps, sealed, why it is made. */
  MaracReferral sealed(NewMarac.Words words, PersonalKey key, String by, Instant at) {
    content = key.seal(field(), ClearText.written(words));
    recordedBy = by;
    recordedAt = at;
    return this;
  }

  MaracStatusChange list(LocalDate on, MaracStatusChange.Decision decision) {
    MaracStatusChange change = move(MaracTransition.LIST, decision);
    meetingOn = on;
    return change;
  }

  MaracStatusChange hear(LocalDate on, MaracStatusChange.Decision decision) {
    MaracStatusChange change = move(MaracTransition.HEAR, decision);
    meetingOn = on;
    return change;
  }

  MaracStatusChange close(MaracStatusChange.Decision decision) {
    return move(MaracTransition.CLOSE, decision);
  }

  private MaracStatusChange move(MaracTransition transition, MaracStatusChange.Decision decision) {
    MaracStatus before = status;
    status = transition.from(before);
    return MaracStatusChange.of(id, transition, before, decision);
  }

  NewMarac.Words open(PersonalKey key) {
    return ClearText.read(key.open(field(), content), NewMarac.Words.class);
  }

  /** Whether it was made after the time in which high risk has to be told. */
  boolean isLate() {
    return dueAt != null && !referredOn.atStartOfDay(Faults.LONDON).toInstant().isBefore(dueAt);
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

  String recordedBy() {
    return recordedBy;
  }

  long version() {
    return version;
  }

  MaracReferrals.Brief brief() {
    return new MaracReferrals.Brief(
        id,
        status.name(),
        boroughCode,
        referredOn,
        criteria,
        dashId,
        repeatOf,
        survivorAware,
        survivorConsents,
        dueAt,
        isLate(),
        meetingOn,
        version);
  }

  private SealedField field() {
    return new SealedField("marac/" + id, 1);
  }
}
