package org.crossborough.programme.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.jspecify.annotations.Nullable;

/** A place a man has or had on a run: a transfer ends one and begins the next. */
@Entity
@Table(name = "enrolment_place")
class EnrolmentPlace {

  /** What the place is for. */
  enum Purpose {
    PROGRAMME,
    /** The group that follows the programme: being there is recorded and adds no minutes. */
    FOLLOW_ON
  }

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "enrolment_id", updatable = false)
  private Enrolment enrolment;

  @Column(updatable = false)
  private UUID runId;

  // Read by row-level security.
  @SuppressWarnings("UnusedVariable")
  @Column(updatable = false)
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Purpose purpose;

  @Column(updatable = false)
  private @Nullable LocalDate fromOn;

  private @Nullable LocalDate untilOn;

  private EnrolmentPlace() {}

  static EnrolmentPlace of(
      Enrolment enrolment,
      UUID runId,
      String boroughCode,
      Purpose purpose,
      @Nullable LocalDate fromOn) {
    EnrolmentPlace place = new EnrolmentPlace();
    place.id = Ids.next();
    place.enrolment = enrolment;
    place.runId = runId;
    place.boroughCode = boroughCode;
    place.purpose = purpose;
    place.fromOn = fromOn;
    return place;
  }

  /** Ends the place; {@code day} is the last on which sessions of the run are his. */
  void endOn(LocalDate day) {
    untilOn = day;
  }

  boolean isOpen() {
    return untilOn == null;
  }

  UUID enrolmentId() {
    return enrolment.id();
  }

  UUID runId() {
    return runId;
  }

  Purpose purpose() {
    return purpose;
  }

  @Nullable LocalDate fromOn() {
    return fromOn;
  }

  @Nullable LocalDate untilOn() {
    return untilOn;
  }
}
