package org.crossborough.safety.survivorcase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.contact.ContactAttemptView;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.contact.SupportAnswer;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** The support side's case of one survivor; it outlives the man's programme. */
@Entity
@DynamicUpdate
class SurvivorCase {

  @Id private UUID id;
  private UUID personId;
  private UUID referralId;
  private @Nullable String boroughCode;

  @Enumerated(EnumType.STRING)
  private SurvivorCaseStatus status;

  private Instant receivedAt;
  private int attemptCount;
  private int contactTier;
  private @Nullable Instant nextContactDueAt;
  @Version private long version;

  private SurvivorCase() {}

  static SurvivorCase open(HandedOverPerson person, UUID referralId, Instant receivedAt) {
    SurvivorCase opened = new SurvivorCase();
    opened.id = Ids.next();
    opened.personId = person.personId();
    opened.referralId = referralId;
    opened.boroughCode = person.boroughCode();
    opened.status = SurvivorCaseStatus.DETAILS_RECEIVED;
    opened.receivedAt = receivedAt;
    return opened;
  }

  /** Counts an attempt and makes the moves it amounts to. */
  List<SurvivorCaseStatusChange> attempted(ContactAttempts.Recorded recorded, Decision decision) {
    attemptCount = recorded.attempt().attemptNo();
    contactTier = recorded.tier().number();
    List<SurvivorCaseStatusChange> changes = new ArrayList<>();
    if (SurvivorCaseTransition.BEGIN_CONTACT.leaves(status)) {
      changes.add(beginContact(decision));
    }
    resumeIfPossible(decision).ifPresent(changes::add);
    if (recorded.attempt().twoWay()) {
      spokenTo(recorded.attempt(), decision, changes);
    }
    return changes;
  }

  /** Sets by when she is to be tried again; a case that is at rest waits for nothing. */
  Optional<Instant> nextContactDue(@Nullable Instant agreed, Instant otherwise) {
    Instant due = agreed != null || status.isAtRest() ? agreed : otherwise;
    nextContactDueAt = due;
    return Optional.ofNullable(due);
  }

  /** Takes note of where she now lives. */
  void livesIn(@Nullable String borough) {
    boroughCode = borough;
  }

  private void spokenTo(
      ContactAttemptView attempt, Decision decision, List<SurvivorCaseStatusChange> changes) {
    if (SurvivorCaseTransition.REACH.leaves(status)) {
      changes.add(reach(decision));
    }
    SupportAnswer answer = attempt.supportAccepted();
    if (status == SurvivorCaseStatus.REACHED && answer != null) {
      switch (answer) {
        case YES -> changes.add(support(decision));
        case INFO_ONLY -> changes.add(inform(decision));
        case NO -> changes.add(decline(decision));
        case NOT_NOW -> {}
      }
    }
  }

  /** Takes the case up again where that is a legal move; otherwise leaves it. */
  Optional<SurvivorCaseStatusChange> resumeIfPossible(Decision decision) {
    return SurvivorCaseTransition.RESUME.leaves(status)
        ? Optional.of(resume(decision))
        : Optional.empty();
  }

  SurvivorCaseStatusChange beginContact(Decision decision) {
    return move(SurvivorCaseTransition.BEGIN_CONTACT, decision);
  }

  SurvivorCaseStatusChange reach(Decision decision) {
    return move(SurvivorCaseTransition.REACH, decision);
  }

  SurvivorCaseStatusChange support(Decision decision) {
    return move(SurvivorCaseTransition.SUPPORT, decision);
  }

  SurvivorCaseStatusChange inform(Decision decision) {
    return move(SurvivorCaseTransition.INFORM, decision);
  }

  SurvivorCaseStatusChange decline(Decision decision) {
    return move(SurvivorCaseTransition.DECLINE, decision);
  }

  SurvivorCaseStatusChange giveUp(Decision decision) {
    return move(SurvivorCaseTransition.GIVE_UP, decision);
  }

  SurvivorCaseStatusChange findUnsafe(Decision decision) {
    return move(SurvivorCaseTransition.FIND_UNSAFE, decision);
  }

  SurvivorCaseStatusChange resume(Decision decision) {
    return move(SurvivorCaseTransition.RESUME, decision);
  }

  SurvivorCaseStatusChange transfer(Decision decision) {
    return move(SurvivorCaseTransition.TRANSFER, decision);
  }

  SurvivorCaseStatusChange close(Decision decision) {
    return move(SurvivorCaseTransition.CLOSE, decision);
  }

  private SurvivorCaseStatusChange move(SurvivorCaseTransition transition, Decision decision) {
    SurvivorCaseStatus before = status;
    status = transition.from(before);
    return SurvivorCaseStatusChange.of(id, transition, before, decision);
  }

  UUID id() {
    return id;
  }

  UUID personId() {
    return personId;
  }

  UUID referralId() {
    return referralId;
  }

  @Nullable String boroughCode() {
    return boroughCode;
  }

  SurvivorCaseStatus status() {
    return status;
  }

  Instant receivedAt() {
    return receivedAt;
  }

  int nextAttemptNo() {
    return attemptCount + 1;
  }

  boolean hasDeclined() {
    return status == SurvivorCaseStatus.DECLINED_SUPPORT;
  }

  @Nullable Instant nextContactDueAt() {
    return nextContactDueAt;
  }

  int contactTier() {
    return contactTier;
  }

  long version() {
    return version;
  }
}
