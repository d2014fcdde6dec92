package org.crossborough.programme.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.programme.session.PlannedSession;
import org.crossborough.programme.staff.UserNames;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.jspecify.annotations.Nullable;

/** A dated delivery of a programme in one borough. */
@Entity
@Table(name = "programme_run")
class ProgrammeRun {

  @Id private UUID id;

  @Column(updatable = false)
  private String boroughCode;

  @Column(updatable = false)
  private String templateCode;

  @Column(updatable = false)
  private int templateVersion;

  @Column(updatable = false)
  private int minimumCountableMinutes;

  @Column(updatable = false)
  private @Nullable String venue;

  private LocalDate startsOn;
  private LocalDate endsOn;

  @Column(updatable = false)
  private int capacity;

  @Column(updatable = false)
  private List<String> facilitators;

  @Column(updatable = false)
  @Enumerated(EnumType.STRING)
  private ScheduleRun.Intake intake;

  @Column(updatable = false)
  private @Nullable Integer intakeEveryWeeks;

  @Column(updatable = false)
  private Instant scheduledAt;

  private @Nullable Instant cancelledAt;

  @Enumerated(EnumType.STRING)
  private @Nullable RunCancelReason cancelReason;

  @Version private long version;

  private ProgrammeRun() {}

  static ProgrammeRun of(
      ScheduleRun request,
      ProgrammeTemplate template,
      List<PlannedSession> sessions,
      ScheduleNewRun.Defaults defaults,
      Instant at) {
    ProgrammeRun run = new ProgrammeRun();
    run.id = Ids.next();
    run.boroughCode = request.boroughCode();
    run.templateCode = template.code();
    run.templateVersion = template.version();
    run.minimumCountableMinutes = template.minimumCountableMinutes();
    run.venue = request.venue();
    run.startsOn = request.startsOn();
    run.endsOn = request.endsOn() == null ? sessions.getLast().date() : request.endsOn();
    run.capacity = request.capacity() == null ? defaults.capacity() : request.capacity();
    run.intake = request.intake() == null ? ScheduleRun.Intake.CLOSED : request.intake();
    if (run.intake == ScheduleRun.Intake.ROLLING) {
      run.intakeEveryWeeks =
          Objects.requireNonNullElse(request.intakeEveryWeeks(), defaults.intakeEveryWeeks());
    }
    run.facilitators = UserNames.distinct(request.facilitators());
    run.scheduledAt = at;
    return run;
  }

  /** The fact that it was scheduled. */
  RunScheduled scheduled() {
    return new RunScheduled(
        id,
        scheduledAt,
        boroughCode,
        templateCode,
        templateVersion,
        startsOn,
        endsOn,
        capacity,
        minimumCountableMinutes);
  }

  /** Takes over what its first and last session became; tells only when a date moved. */
  Optional<RunRescheduled> reschedule(LocalDate from, LocalDate to, Instant at) {
    if (from.equals(startsOn) && to.equals(endsOn)) {
      return Optional.empty();
    }
    startsOn = from;
    endsOn = to;
    return Optional.of(new RunRescheduled(id, at, startsOn, endsOn));
  }

  /**
   * Ends it before its time, or before it began.
   *
   * @param now where it stands by its sessions
   */
  RunCancelled cancel(RunStatus now, RunCancelReason reason, Instant at) {
    if (now == RunStatus.FINISHED || now == RunStatus.CANCELLED) {
      throw RunProblem.ALREADY_OVER.because("A run that is %s cannot CANCEL.".formatted(now));
    }
    cancelledAt = at;
    cancelReason = reason;
    return new RunCancelled(id, at);
  }

  boolean isCancelled() {
    return cancelledAt != null;
  }

  @Nullable RunCancelReason cancelReason() {
    return cancelReason;
  }

  ScheduleRun.Intake intake() {
    return intake;
  }

  @Nullable Integer intakeEveryWeeks() {
    return intakeEveryWeeks;
  }

  UUID id() {
    return id;
  }

  String boroughCode() {
    return boroughCode;
  }

  String templateCode() {
    return templateCode;
  }

  int templateVersion() {
    return templateVersion;
  }

  int minimumCountableMinutes() {
    return minimumCountableMinutes;
  }

  @Nullable String venue() {
    return venue;
  }

  LocalDate startsOn() {
    return startsOn;
  }

  LocalDate endsOn() {
    return endsOn;
  }

  int capacity() {
    return capacity;
  }

  List<String> facilitators() {
    return facilitators;
  }

  long version() {
    return version;
  }
}
