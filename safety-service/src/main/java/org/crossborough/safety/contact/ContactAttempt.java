package org.crossborough.safety.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.crossborough.safety.vault.Secret;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One attempt to reach a survivor, as it was reported; never changed afterwards. */
@Entity
@Immutable
@SuppressWarnings("unused") // Some columns are for queries alone.
class ContactAttempt {

  @Id private UUID id;
  private UUID caseId;
  private int attemptNo;
  private Instant attemptedAt;

  @Enumerated(EnumType.STRING)
  private ContactChannel channel;

  private @Nullable UUID contactPointId;

  @Enumerated(EnumType.STRING)
  private ContactOutcome outcome;

  private @Nullable Integer durationMinutes;

  @Enumerated(EnumType.STRING)
  private @Nullable SupportAnswer supportAccepted;

  private List<String> content;
  private @Nullable Boolean supportOffered;

  @Enumerated(EnumType.STRING)
  private ReportedAttempt.@Nullable RiskChange riskChanged;

  private @Nullable Instant nextContactDueAt;
  private byte @Nullable [] overrideReason;
  private Instant recordedAt;
  private String recordedBy;

  private ContactAttempt() {}

  static ContactAttempt of(
      ReportedAttempt reported, AttemptedCase attempted, String by, Instant at) {
    ContactAttempt attempt = new ContactAttempt();
    attempt.id = Ids.next();
    attempt.caseId = attempted.caseId();
    attempt.attemptNo = attempted.attemptNo();
    attempt.attemptedAt = reported.attemptedAt();
    attempt.channel = reported.channel();
    attempt.contactPointId = reported.contactPointId();
    attempt.outcome = reported.outcome();
    attempt.durationMinutes = reported.durationMinutes();
    attempt.supportAccepted = reported.supportAccepted();
    attempt.content = reported.contents().stream().map(Enum::name).toList();
    attempt.supportOffered = reported.supportOffered();
    attempt.riskChanged = reported.riskChanged();
    attempt.nextContactDueAt = reported.nextContactDueAt();
    attempt.recordedAt = at;
    attempt.recordedBy = by;
    return attempt;
  }

  /** Keeps, sealed, why a rule of safe contact was set aside. */
  void explain(Secret reason, PersonalKey key) {
    overrideReason = key.seal(new SealedField("attempt/" + id + "/override-reason", 1), reason);
  }

  boolean isTwoWay() {
    return outcome.isTwoWay();
  }

  boolean acceptedSupport() {
    return isTwoWay() && supportAccepted == SupportAnswer.YES;
  }

  boolean isSupportive() {
    return isTwoWay() && contents().stream().anyMatch(ContactContent::isSupportive);
  }

  Instant attemptedAt() {
    return attemptedAt;
  }

  ContactChannel channel() {
    return channel;
  }

  ContactAttemptView view() {
    return new ContactAttemptView(
        id,
        attemptNo,
        attemptedAt,
        channel,
        contactPointId,
        outcome,
        isTwoWay(),
        durationMinutes,
        supportAccepted,
        List.copyOf(contents()),
        supportOffered,
        riskChanged,
        nextContactDueAt);
  }

  private Set<ContactContent> contents() {
    Set<ContactContent> named = EnumSet.noneOf(ContactContent.class);
    content.forEach(code -> named.add(ContactContent.valueOf(code)));
    return named;
  }
}
