package org.crossborough.programme.concern;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.staff.Act;
import org.hibernate.annotations.Immutable;

/** A concern that was raised; it is never taken back, only followed by what was done. */
@Entity
@Immutable
@Table(name = "attendance_concern")
class Concern {

  @Id private UUID id;
  private UUID enrolmentId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  private String boroughCode;

  private UUID sessionId;

  @Enumerated(EnumType.STRING)
  private ConcernCode concernCode;

  private Instant raisedAt;

  // Kept for whoever asks the table who raised it.
  @SuppressWarnings("UnusedVariable")
  private String raisedBy;

  private Concern() {}

  static Concern of(
      UUID enrolmentId, UUID sessionId, String boroughCode, ConcernCode code, Act act) {
    Concern concern = new Concern();
    concern.id = Ids.next();
    concern.enrolmentId = enrolmentId;
    concern.boroughCode = boroughCode;
    concern.sessionId = sessionId;
    concern.concernCode = code;
    concern.raisedAt = act.at();
    concern.raisedBy = act.by();
    return concern;
  }

  UUID id() {
    return id;
  }

  ConcernView view() {
    return new ConcernView(id, enrolmentId, sessionId, concernCode, raisedAt);
  }
}
