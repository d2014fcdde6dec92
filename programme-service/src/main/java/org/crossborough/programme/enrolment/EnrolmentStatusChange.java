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
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** A move in the history of an enrolment; the first has nothing before it. */
@Entity
@Table(name = "enrolment_status_change")
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

  // Both are of the act that wrote it, and are kept for whoever asks the table.
  @SuppressWarnings("UnusedVariable")
  private Instant at;

  @SuppressWarnings("UnusedVariable")
  private String by;

  private @Nullable String reasonCode;
  private LocalDate effectiveOn;

  /**
   * What a move leads to.
   *
   * @param on the business day from which it holds, which may lie before it was recorded
   */
  record Turn(EnrolmentStatus status, @Nullable String reasonCode, LocalDate on) {}

  private EnrolmentStatusChange() {}

  /**
   * A move.
   *
   * @param to what it became, for which reason, from which day on
   */
  static EnrolmentStatusChange of(
      Enrolment enrolment, @Nullable EnrolmentStatus from, Turn to, Act act) {
    EnrolmentStatusChange change = new EnrolmentStatusChange();
    change.id = Ids.next();
    change.enrolment = enrolment;
    change.boroughCode = enrolment.boroughCode();
    change.fromStatus = from;
    change.toStatus = to.status();
    change.at = act.at();
    change.by = act.by();
    change.reasonCode = to.reasonCode();
    change.effectiveOn = to.on();
    return change;
  }

  UUID id() {
    return id;
  }

  UUID enrolmentId() {
    return enrolment.id();
  }

  String boroughCode() {
    return boroughCode;
  }

  @Nullable EnrolmentStatus fromStatus() {
    return fromStatus;
  }

  EnrolmentStatus toStatus() {
    return toStatus;
  }

  @Nullable String reasonCode() {
    return reasonCode;
  }

  LocalDate effectiveOn() {
    return effectiveOn;
  }
}
