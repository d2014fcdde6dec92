package org.crossborough.programme.session;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.programme.staff.Act;
import org.crossborough.programme.template.SessionPart;
import org.jspecify.annotations.Nullable;

/** One occurrence of a run. */
@Entity
@Table(name = "programme_session")
class Session {

  @Id private UUID id;

  @Column(updatable = false)
  private UUID runId;

  @Column(updatable = false)
  private String boroughCode;

  @Column(updatable = false)
  private int index;

  private LocalDate date;
  private LocalTime startTime;

  @Column(updatable = false)
  private int plannedMinutes;

  @Column(updatable = false)
  private int countableMinutes;

  @Column(updatable = false)
  private List<String> moduleCodes;

  @Column(updatable = false)
  private @Nullable String phase;

  @Column(updatable = false)
  @Convert(converter = SessionParts.class)
  private List<SessionPart> parts;

  private List<String> plannedFacilitators;

  @Enumerated(EnumType.STRING)
  private @Nullable LoneFacilitatorReason loneFacilitatorReason;

  @Enumerated(EnumType.STRING)
  private @Nullable SessionCancelReason cancelReason;

  // How often and when its plan changed: calendars read both from the table.
  @SuppressWarnings("UnusedVariable")
  private int sequence;

  @SuppressWarnings("UnusedVariable")
  private Instant changedAt;

  @Enumerated(EnumType.STRING)
  private SessionStatus status = SessionStatus.SCHEDULED;

  private @Nullable Integer actualMinutes;
  private List<String> facilitators;
  private @Nullable String exceptionReason;

  // Kept for whoever asks the table who said so.
  @SuppressWarnings("UnusedVariable")
  private @Nullable String heldBy;

  @SuppressWarnings("UnusedVariable")
  private @Nullable Instant heldAt;

  // Its change is what gives the session a new version.
  @SuppressWarnings("UnusedVariable")
  private int registerChanges;

  @Version private long version;

  /**
   * How a session went.
   *
   * @param exceptionReason why fewer than two facilitators led it
   */
  record Holding(int actualMinutes, List<String> facilitators, @Nullable String exceptionReason) {}

  private Session() {}

  static Session of(
      UUID runId,
      String boroughCode,
      PlannedSession planned,
      List<String> facilitators,
      Instant at) {
    Session session = new Session();
    session.id = Ids.next();
    session.runId = runId;
    session.boroughCode = boroughCode;
    session.index = planned.index();
    session.date = planned.date();
    session.startTime = planned.startTime();
    session.plannedMinutes = planned.plannedMinutes();
    session.countableMinutes = planned.countableMinutes();
    session.moduleCodes = List.copyOf(planned.moduleCodes());
    session.phase = planned.phase();
    session.parts = planned.parts() == null ? List.of() : List.copyOf(planned.parts());
    session.plannedFacilitators = List.copyOf(facilitators);
    session.facilitators = List.of();
    session.changedAt = at;
    return session;
  }

  /** The same session once more, for whoever missed it when it was cancelled. */
  PlannedSession again(int index, LocalDate date) {
    return new PlannedSession(
        index, date, startTime, plannedMinutes, countableMinutes, moduleCodes, phase, parts);
  }

  void reschedule(LocalDateTime to, Instant at) {
    requireScheduled("be moved");
    date = to.toLocalDate();
    startTime = to.toLocalTime();
    planChanged(at);
  }

  void cancel(SessionCancelReason reason, Instant at) {
    move(SessionTransition.CANCEL);
    cancelReason = reason;
    planChanged(at);
  }

  void lead(List<String> by, @Nullable LoneFacilitatorReason reason, Instant at) {
    requireScheduled("get other facilitators");
    plannedFacilitators = List.copyOf(by);
    loneFacilitatorReason = reason;
    planChanged(at);
  }

  void requireScheduled(String what) {
    if (status != SessionStatus.SCHEDULED) {
      throw SessionProblem.ILLEGAL_TRANSITION.because(
          "A session that is %s cannot %s.".formatted(status, what));
    }
  }

  private void planChanged(Instant at) {
    sequence++;
    changedAt = at;
  }

  void hold(Holding holding, Act act, LocalDate today) {
    if (date.isAfter(today)) {
      throw SessionProblem.NOT_YET_DUE.because("It is planned for %s.".formatted(date));
    }
    move(SessionTransition.HOLD);
    actualMinutes = holding.actualMinutes();
    facilitators = List.copyOf(holding.facilitators());
    exceptionReason = holding.exceptionReason();
    heldBy = act.by();
    heldAt = act.at();
  }

  /** Gives the session a new version, since its register is part of what a caller has seen. */
  void registerChanged() {
    registerChanges++;
  }

  private void move(SessionTransition transition) {
    if (!transition.leadsFrom(status)) {
      throw SessionProblem.ILLEGAL_TRANSITION.because(
          "A session that is %s cannot %s.".formatted(status, transition));
    }
    status = transition.to();
  }

  UUID id() {
    return id;
  }

  UUID runId() {
    return runId;
  }

  String boroughCode() {
    return boroughCode;
  }

  SessionStatus status() {
    return status;
  }

  LocalDate date() {
    return date;
  }

  int index() {
    return index;
  }

  List<String> plannedFacilitators() {
    return plannedFacilitators;
  }

  LocalDateTime starts() {
    return date.atTime(startTime);
  }

  LocalDateTime ends() {
    return starts().plusMinutes(plannedMinutes);
  }

  long version() {
    return version;
  }

  SessionView view() {
    return new SessionView(
        id,
        runId,
        index,
        date,
        startTime,
        plannedMinutes,
        countableMinutes,
        moduleCodes,
        status,
        actualMinutes,
        facilitators.isEmpty() ? null : facilitators,
        exceptionReason,
        plannedFacilitators,
        loneFacilitatorReason,
        cancelReason,
        phase,
        parts);
  }

  RegisterSheet sheet() {
    int minutes = actualMinutes == null ? 0 : actualMinutes;
    return new RegisterSheet(
        id,
        runId,
        boroughCode,
        date,
        startTime,
        status,
        minutes,
        countableMinutes,
        parts.stream()
            .map(part -> new RegisterSheet.Part(part.minutes(), part.countable()))
            .toList(),
        version);
  }
}
