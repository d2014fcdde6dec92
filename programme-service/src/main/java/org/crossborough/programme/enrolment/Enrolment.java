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
import org.crossborough.contracts.ProgrammeEvent.EnrolmentClosed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.FollowOnBegan;
import org.crossborough.programme.enrolment.EnrolmentLedger.AttendanceChange;
import org.crossborough.programme.enrolment.EnrolmentPlace.Purpose;
import org.crossborough.programme.enrolment.EnrolmentStatusChange.Turn;
import org.crossborough.programme.reason.ExitReason;
import org.crossborough.programme.reason.SuspensionReason;
import org.crossborough.programme.run.ScheduledRuns.RunDesign;
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

  private UUID runId;
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private EnrolmentStatus status = EnrolmentStatus.PLANNED;

  private int attendedMinutes;
  private int countableMinutes;
  private @Nullable LocalDate startedOn;
  private @Nullable LocalDate endedOn;
  private @Nullable LocalDate suspendedOn;
  private @Nullable LocalDate reviewOn;

  @Enumerated(EnumType.STRING)
  private @Nullable SuspensionReason suspensionReason;

  @Enumerated(EnumType.STRING)
  private @Nullable ExitReason exitReason;

  private @Nullable UUID followOnRunId;
  private @Nullable LocalDate lastRegisteredOn;
  @Version private long version;

  @OneToMany(mappedBy = "enrolment", cascade = CascadeType.PERSIST)
  private List<EnrolmentStatusChange> history = new ArrayList<>();

  @OneToMany(mappedBy = "enrolment", cascade = CascadeType.PERSIST)
  private List<EnrolmentPlace> places = new ArrayList<>();

  /** That he started, as others are told of it and as his history keeps it. */
  record Start(EnrolmentStarted event, EnrolmentStatusChange change) {}

  private Enrolment() {}

  static Enrolment of(UUID referralId, UUID personId, ScheduledRun run, Act act) {
    Enrolment enrolment = new Enrolment();
    enrolment.id = Ids.next();
    enrolment.referralId = referralId;
    enrolment.personId = personId;
    enrolment.runId = run.id();
    enrolment.boroughCode = run.boroughCode();
    enrolment.history.add(
        EnrolmentStatusChange.of(
            enrolment, null, new Turn(enrolment.status, null, act.day()), act));
    enrolment.takePlace(run.id(), run.boroughCode(), Purpose.PROGRAMME, null);
    return enrolment;
  }

  /** The fact that it was planned. */
  EnrolmentPlanned planned(Instant at) {
    return new EnrolmentPlanned(id, at, referralId, personId, runId);
  }

  /**
   * Takes over a change of the attendance log; the first countable minutes start the programme.
   * Whoever calls this writes the start into the history, with those of the whole register.
   */
  Optional<Start> attend(AttendanceChange change, Act act) {
    credit(change);
    if (lastRegisteredOn == null || change.heldOn().isAfter(lastRegisteredOn)) {
      lastRegisteredOn = change.heldOn();
    }
    if (change.countableMinutes() <= 0) {
      return Optional.empty();
    }
    if (status == EnrolmentStatus.PLANNED) {
      return Optional.of(start(change.heldOn(), act));
    }
    // Registers may be handed in late: the start is the earliest day, not the first one told.
    if (startedOn == null || change.heldOn().isBefore(startedOn)) {
      startedOn = change.heldOn();
    }
    return Optional.empty();
  }

  /** Takes over minutes without their being a start: those alone with a facilitator. */
  void credit(AttendanceChange change) {
    attendedMinutes += change.attendedMinutes();
    countableMinutes += change.countableMinutes();
  }

  /** Makes the minutes those that the logs give. */
  void rebuild(int attended, int countable) {
    attendedMinutes = attended;
    countableMinutes = countable;
  }

  private Start start(LocalDate on, Act act) {
    EnrolmentStatusChange change = turn(EnrolmentTransition.START, act, null, on);
    startedOn = on;
    return new Start(new EnrolmentStarted(id, act.at(), referralId, runId, on), change);
  }

  EnrolmentNotStarted noShow(Act act) {
    move(EnrolmentTransition.NO_SHOW, act, null, act.day());
    return new EnrolmentNotStarted(id, act.at(), referralId, runId);
  }

  EnrolmentExited exit(ExitReason reason, LocalDate on, Act act) {
    move(EnrolmentTransition.EXIT, act, reason.name(), on);
    endedOn = on;
    exitReason = reason;
    endSuspension();
    return new EnrolmentExited(id, act.at(), referralId, runId, reason.name(), on);
  }

  EnrolmentCompleted complete(LocalDate on, Act act) {
    move(EnrolmentTransition.COMPLETE, act, null, on);
    endedOn = on;
    return new EnrolmentCompleted(id, act.at(), referralId, runId, on);
  }

  EnrolmentSuspended suspend(SuspensionReason given, LocalDate on, LocalDate review, Act act) {
    SuspensionReason reason = given.neutral();
    move(EnrolmentTransition.SUSPEND, act, reason.name(), on);
    suspendedOn = on;
    reviewOn = review;
    suspensionReason = reason;
    return new EnrolmentSuspended(id, act.at(), referralId, runId, reason.name(), review);
  }

  EnrolmentResumed resume(Act act) {
    move(EnrolmentTransition.RESUME, act, null, act.day());
    endSuspension();
    return new EnrolmentResumed(id, act.at(), referralId, runId);
  }

  /** Goes on in another run; the minutes, the status and the history stay his. */
  EnrolmentTransferred transfer(RunDesign to, LocalDate on, Act act) {
    UUID from = runId;
    places.stream().filter(EnrolmentPlace::isOpen).forEach(place -> place.endOn(on.minusDays(1)));
    runId = to.id();
    boroughCode = to.boroughCode();
    takePlace(to.id(), to.boroughCode(), Purpose.PROGRAMME, on);
    history.add(EnrolmentStatusChange.of(this, status, new Turn(status, "TRANSFERRED", on), act));
    return new EnrolmentTransferred(id, act.at(), referralId, from, to.id(), on);
  }

  FollowOnBegan followOn(RunDesign group, LocalDate on, Act act) {
    move(EnrolmentTransition.FOLLOW, act, null, on);
    followOnRunId = group.id();
    takePlace(group.id(), group.boroughCode(), Purpose.FOLLOW_ON, on);
    return new FollowOnBegan(id, act.at(), referralId, group.id(), on);
  }

  EnrolmentClosed close(String followUp, LocalDate on, Act act) {
    move(EnrolmentTransition.CLOSE, act, followUp, on);
    places.stream().filter(EnrolmentPlace::isOpen).forEach(place -> place.endOn(on));
    return new EnrolmentClosed(id, act.at(), referralId, runId, on);
  }

  private void takePlace(UUID run, String borough, Purpose purpose, @Nullable LocalDate from) {
    places.add(EnrolmentPlace.of(this, run, borough, purpose, from));
  }

  private void endSuspension() {
    suspendedOn = null;
    reviewOn = null;
    suspensionReason = null;
  }

  private void move(
      EnrolmentTransition transition, Act act, @Nullable String reasonCode, LocalDate on) {
    history.add(turn(transition, act, reasonCode, on));
  }

  private EnrolmentStatusChange turn(
      EnrolmentTransition transition, Act act, @Nullable String reasonCode, LocalDate on) {
    requirePossible(transition);
    EnrolmentStatusChange change =
        EnrolmentStatusChange.of(this, status, new Turn(transition.to(), reasonCode, on), act);
    status = transition.to();
    return change;
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

  /** Whether he has a place that others cannot have. */
  boolean isOnProgramme() {
    return switch (status) {
      case PLANNED, ACTIVE, SUSPENDED -> true;
      case NOT_STARTED, COMPLETED, EXITED, FOLLOW_ON, CLOSED -> false;
    };
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

  @Nullable LocalDate suspendedOn() {
    return suspendedOn;
  }

  @Nullable LocalDate reviewOn() {
    return reviewOn;
  }

  @Nullable SuspensionReason suspensionReason() {
    return suspensionReason;
  }

  @Nullable ExitReason exitReason() {
    return exitReason;
  }

  @Nullable UUID followOnRunId() {
    return followOnRunId;
  }

  @Nullable LocalDate lastRegisteredOn() {
    return lastRegisteredOn;
  }

  long version() {
    return version;
  }
}
