package org.crossborough.safety.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.SealedField;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** What a meeting decided that somebody does about a case, sealed, and by when. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class MeetingAction {

  @Id private UUID id;
  private UUID discussionId;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private MeetingRole owner;

  private LocalDate dueOn;
  private @Nullable LocalDate doneOn;
  private @Nullable String doneBy;
  private byte[] content;
  @Version private long version;

  private MeetingAction() {}

  static MeetingAction sealed(
      UUID discussionId, UUID caseId, DiscussionResource.Decided decided, PersonalKey key) {
    MeetingAction action = new MeetingAction();
    action.id = Ids.next();
    action.discussionId = discussionId;
    action.caseId = caseId;
    action.owner = decided.owner();
    action.dueOn = decided.dueOn();
    action.content = key.seal(action.field(), decided.action());
    return action;
  }

  void done(LocalDate on, String by) {
    if (doneOn != null) {
      throw MeetingProblem.ALREADY_DONE.because("It was done on %s.".formatted(doneOn));
    }
    doneOn = on;
    doneBy = by;
  }

  UUID caseId() {
    return caseId;
  }

  UUID discussionId() {
    return discussionId;
  }

  long version() {
    return version;
  }

  MeetingActionResource.ActionDone doneView() {
    return new MeetingActionResource.ActionDone(id, doneOn, version);
  }

  DiscussionResource.ActionView open(PersonalKey key) {
    return new DiscussionResource.ActionView(
        id, owner, dueOn, key.open(field(), content), doneOn, version);
  }

  private SealedField field() {
    return new SealedField("meeting-action/" + id, 1);
  }
}
