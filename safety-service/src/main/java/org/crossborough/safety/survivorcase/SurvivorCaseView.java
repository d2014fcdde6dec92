package org.crossborough.safety.survivorcase;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.safety.atrisk.ContactPointType;
import org.crossborough.safety.atrisk.DisclosedPerson;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.atrisk.PointSafety;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.contact.ContactAttemptView;
import org.crossborough.safety.hold.SafetyHolds;
import org.crossborough.safety.participant.ParticipantName;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.vault.Disclosed;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/** A case in clear. */
record SurvivorCaseView(
    UUID id,
    SurvivorCaseStatus status,
    @JsonSerialize(using = Disclosed.class) Secret relationship,
    @JsonSerialize(using = Disclosed.class) Secret name,
    List<ContactPointView> contactPoints,
    @Nullable List<SafeTime> safeTimes,
    UUID referralId,
    @Nullable ParticipantName participant,
    int contactTier,
    @Nullable Instant nextContactDueAt,
    List<ContactAttemptView> attempts,
    List<ContactTasks.Due> tasks,
    List<SafetyHolds.Open> holds,
    boolean cleared,
    long version) {

  /** One way to reach her. */
  record ContactPointView(
      UUID id,
      ContactPointType type,
      @JsonSerialize(using = Disclosed.class) Secret value,
      PointSafety safe,
      boolean verifiedBySurvivor,
      PointSafety safeVoicemail,
      PointSafety safeToText,
      PointSafety safeToPost,
      PointSafety perpetratorHasAccess) {

    static ContactPointView of(DisclosedPerson.Point point) {
      PointMarks marks = point.mark().marks();
      return new ContactPointView(
          point.mark().id(),
          point.mark().type(),
          point.value(),
          marks.safe(),
          marks.verifiedBySurvivor(),
          marks.safeVoicemail(),
          marks.safeToText(),
          marks.safeToPost(),
          marks.perpetratorHasAccess());
    }
  }

  /** A case in the worklist: no name, no way to reach her. */
  record Item(
      UUID id,
      SurvivorCaseStatus status,
      @Nullable String boroughCode,
      Instant receivedAt,
      int contactTier,
      long version) {

    static Item of(SurvivorCase survivorCase) {
      return new Item(
          survivorCase.id(),
          survivorCase.status(),
          survivorCase.boroughCode(),
          survivorCase.receivedAt(),
          survivorCase.contactTier(),
          survivorCase.version());
    }
  }
}
