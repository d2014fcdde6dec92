package org.crossborough.programme.enrolment;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.run.ScheduledRuns.ScheduledRun;
import org.crossborough.programme.staff.Act;
import org.jspecify.annotations.Nullable;

/** One man on one run. Its minutes are the sum of what stands in the attendance log. */
@Entity
@Table(name = "enrolment")
class Enrolment {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID referralId;

  @Column(updatable = false)
  private UUID personId;

  @Column(updatable = false)
  private UUID runId;

  @Column(updatable = false)
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private EnrolmentStatus status = EnrolmentStatus.PLANNED;

  private int attendedMinutes;
  private int countableMinutes;
  private @Nullable LocalDate startedOn;
  private @Nullable LocalDate endedOn;
  @Version private long version;

  @OneToMany(mappedBy = "enrolment", cascade = CascadeType.PERSIST)
  private List<EnrolmentStatusChange> history = new ArrayList<>();

  private Enrolment() {}

  static Enrolment of(UUID referralId, UUID personId, ScheduledRun run, Act act) {
    Enrolment enrolment = new Enrolment();
    enrolment.id = Ids.next();
    enrolment.referralId = referralId;
    enrolment.personId = personId;
    enrolment.runId = run.id();
    enrolment.boroughCode = run.boroughCode();
    enrolment.history.add(EnrolmentStatusChange.of(enrolment, null, enrolment.status, act, null));
    return enrolment;
  }

  /** The fact that it was planned. */
  EnrolmentPlanned planned(Instant at) {
    return new EnrolmentPlanned(id, at, referralId, personId, runId);
  }

  /** Takes over a change of the attendance log; the first countable minutes start the programme. */
  Optional<EnrolmentStarted> attend(AttendanceChange change, Act act) {
    attendedMinutes += change.attendedMinutes();
    countableMinutes += change.countableMinutes();
    if (change.countableMinutes() <= 0) {
      return Optional.empty();
    }
    if (status == EnrolmentStatus.PLANNED) {
      return Optional.of(start(change.heldOn(), act));
    }
    // Registers may be handed in late: the start is the earliest day, not the first one told.
    if (startedOn != null && change.heldOn().isBefore(startedOn)) {
      startedOn = change.heldOn();
    }
    return Optional.empty();
  }

  private EnrolmentStarted start(LocalDate on, Act act) {
    move(EnrolmentTransition.START, act, null);
    startedOn = on;
    return new EnrolmentStarted(id, act.at(), referralId, runId, on);
  }

  EnrolmentNotStarted noShow(Act act) {
    move(EnrolmentTransition.NO_SHOW, act, null);
    return new EnrolmentNotStarted(id, act.at(), referralId, runId);
  }

  EnrolmentExited exit(ExitReason reason, LocalDate on, Act act) {
    move(EnrolmentTransition.EXIT, act, reason.name());
    endedOn = on;
    return new EnrolmentExited(id, act.at(), referralId, runId, reason.name(), on);
  }

  EnrolmentCompleted complete(LocalDate on, Act act) {
    move(EnrolmentTransition.COMPLETE, act, null);
    endedOn = on;
    return new EnrolmentCompleted(id, act.at(), referralId, runId, on);
  }

  private void move(EnrolmentTransition transition, Act act, @Nullable String reasonCode) {
    requirePossible(transition);
    history.add(EnrolmentStatusChange.of(this, status, transition.to(), act, reasonCode));
    status = transition.to();
  }

  /** Refuses a move that the table does not have, before anything else about it is judged. */
  void requirePossible(EnrolmentTransition transition) {
    if (!transition.leadsFrom(status)) {
      throw EnrolmentProblem.ILLEGAL_TRANSITION.because(
          "An enrolment that is %s cannot %s.".formatted(status, transition));
    }
  }

  UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  UUID personId() {
    return personId;
  }

  UUID runId() {
    return runId;
  }

  String boroughCode() {
    return boroughCode;
  }

  EnrolmentStatus status() {
    return status;
  }

  int attendedMinutes() {
    return attendedMinutes;
  }

  int countableMinutes() {
    return countableMinutes;
  }

  @Nullable LocalDate startedOn() {
    return startedOn;
  }

  @Nullable LocalDate endedOn() {
    return endedOn;
  }

  long version() {
    return version;
  }
}
