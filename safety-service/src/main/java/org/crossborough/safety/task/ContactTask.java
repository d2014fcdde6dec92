package org.crossborough.safety.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A contact to be tried by a certain time; any attempt does it. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Some columns are for queries alone.
class ContactTask {

  @Id private UUID id;
  private UUID caseId;

  @Enumerated(EnumType.STRING)
  private ContactTrigger trigger;

  private Instant raisedAt;
  private Instant dueAt;
  private @Nullable Instant doneAt;

  private ContactTask() {}

  static ContactTask of(UUID caseId, ContactTrigger trigger, Instant raisedAt, Instant dueAt) {
    ContactTask task = new ContactTask();
    task.id = Ids.next();
    task.caseId = caseId;
    task.trigger = trigger;
    task.raisedAt = raisedAt;
    task.dueAt = dueAt;
    return task;
  }

  void done(Instant at) {
    doneAt = at;
  }

  ContactTasks.Due due() {
    return new ContactTasks.Due(trigger, dueAt);
  }
}
