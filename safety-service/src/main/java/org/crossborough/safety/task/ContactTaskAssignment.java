package org.crossborough.safety.task;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.Immutable;

/** Who gave a task to whom, and why in a code. */
@Entity
@Immutable
@SuppressWarnings("unused") // The columns are for queries alone.
class ContactTaskAssignment {

  @Id private UUID id;
  private UUID taskId;
  private Instant assignedAt;
  private String assignedBy;
  private String assignedTo;
  private String reasonCode;

  private ContactTaskAssignment() {}

  static ContactTaskAssignment of(
      UUID taskId, String to, String reasonCode, String by, Instant at) {
    ContactTaskAssignment assignment = new ContactTaskAssignment();
    assignment.id = Ids.next();
    assignment.taskId = taskId;
    assignment.assignedAt = at;
    assignment.assignedBy = by;
    assignment.assignedTo = to;
    assignment.reasonCode = reasonCode;
    return assignment;
  }
}
