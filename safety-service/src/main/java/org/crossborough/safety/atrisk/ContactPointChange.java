package org.crossborough.safety.atrisk;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.hibernate.annotations.Immutable;

/** What a contact point was marked as from a moment on, and by whom. */
@Entity
@Immutable
class ContactPointChange {

  @Id private UUID id;
  private UUID pointId;
  private Instant changedAt;
  private String changedBy;
  @Embedded private PointMarks marks;
  private boolean retired;

  private ContactPointChange() {}

  static ContactPointChange of(ContactPoint point, String by, Instant at) {
    ContactPointChange change = new ContactPointChange();
    change.id = Ids.next();
    change.pointId = point.mark().id();
    change.changedAt = at;
    change.changedBy = by;
    change.marks = point.mark().marks();
    change.retired = point.isRetired();
    return change;
  }

  AtRiskPeople.PointChange view() {
    return new AtRiskPeople.PointChange(pointId, changedAt, changedBy, marks, retired);
  }
}
