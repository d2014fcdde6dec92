package org.crossborough.safety.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Something to be done about a survivor by a certain time. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class ContactTask {

  @Id private UUID id;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private ContactTrigger trigger;

  private boolean urgent;
  private Instant raisedAt;
  private Instant dueAt;
  private @Nullable String assignedTo;
  private @Nullable Instant doneAt;
  private @Nullable String doneBy;
  private @Nullable String doneReason;

  @Version private long version;

  private ContactTask() {}

  static ContactTask of(UUID caseId, ContactTrigger trigger, Instant raisedAt, Instant dueAt) {
    ContactTask task = new ContactTask();
    task.id = Ids.next();
    task.caseId = caseId;
    task.trigger = trigger;
    task.urgent = trigger.isUrgent();
    task.raisedAt = raisedAt;
    task.dueAt = dueAt;
    return task;
  }

  void done(String reasonCode, String by, Instant at) {
    if (doneAt != null) {
      throw ContactTaskProblem.ALREADY_DONE.because("Nothing is left to do about it.");
    }
    doneAt = at;
    doneBy = by;
    doneReason = reasonCode;
  }

  ContactTaskAssignment assign(String to, String reasonCode, String by, Instant at) {
    if (doneAt != null) {
      throw ContactTaskProblem.ALREADY_DONE.because("Nothing is left to do about it.");
    }
    assignedTo = to;
    return ContactTaskAssignment.of(id, to, reasonCode, by, at);
  }

  UUID id() {
    return id;
  }

  Instant dueAt() {
    return dueAt;
  }

  boolean isContact() {
    return trigger.isContact();
  }

  long version() {
    return version;
  }

  ContactTasks.Due due() {
    return new ContactTasks.Due(trigger, dueAt);
  }

  ContactTasks.Held held() {
    return new ContactTasks.Held(raisedAt, dueAt, doneAt);
  }

  ContactTaskView view(Instant now) {
    return new ContactTaskView(
        id,
        caseId,
        trigger,
        urgent,
        raisedAt,
        dueAt,
        dueAt.isBefore(now),
        assignedTo,
        doneAt,
        version);
  }
}
