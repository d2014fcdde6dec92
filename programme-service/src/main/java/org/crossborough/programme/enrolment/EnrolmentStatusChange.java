package org.crossborough.programme.enrolment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** A move in the history of an enrolment; the first has nothing before it. */
@Entity
@Table(name = "enrolment_status_change")
// Written here, read in the table.
@SuppressWarnings("UnusedVariable")
class EnrolmentStatusChange {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "enrolment_id")
  private Enrolment enrolment;

  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private @Nullable EnrolmentStatus fromStatus;

  @Enumerated(EnumType.STRING)
  private EnrolmentStatus toStatus;

  private Instant at;
  private String by;
  private @Nullable String reasonCode;

  private EnrolmentStatusChange() {}

  static EnrolmentStatusChange of(
      Enrolment enrolment,
      @Nullable EnrolmentStatus from,
      EnrolmentStatus to,
      Act act,
      @Nullable String reasonCode) {
    EnrolmentStatusChange change = new EnrolmentStatusChange();
    change.id = Ids.next();
    change.enrolment = enrolment;
    change.boroughCode = enrolment.boroughCode();
    change.fromStatus = from;
    change.toStatus = to;
    change.at = act.at();
    change.by = act.by();
    change.reasonCode = reasonCode;
    return change;
  }
}
