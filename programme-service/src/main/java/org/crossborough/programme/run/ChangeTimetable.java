package org.crossborough.programme.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.programme.session.SessionCancelReason;
import org.crossborough.programme.session.SessionStatus;
import org.crossborough.programme.session.SessionView;
import org.crossborough.programme.session.Timetable;
import org.crossborough.programme.template.ProgrammeTemplate;
import org.crossborough.programme.template.ProgrammeTemplates;

/**
 * Changes of a timetable with all that follows from them: bookings, the dates of the run, and the
 * facts that others are told. The caller has locked the run's timetable.
 */
@ApplicationScoped
class ChangeTimetable {

  private final Runs runs;
  private final Timetable timetable;
  private final ProgrammeTemplates templates;
  private final Outbox outbox;
  private final Clock clock;

  ChangeTimetable(
      Runs runs, Timetable timetable, ProgrammeTemplates templates, Outbox outbox, Clock clock) {
    this.runs = runs;
    this.timetable = timetable;
    this.templates = templates;
    this.outbox = outbox;
    this.clock = clock;
  }

  List<SessionView> reschedule(SessionView session, LocalDateTime to, boolean knockOn) {
    ProgrammeRun run = runs.get(session.runId());
    Period before = Period.of(running(run.id()));
    List<SessionView> moved =
        timetable.reschedule(session.id(), to, everyWeeks(run), knockOn, clock.instant());
    settle(run, before);
    return moved;
  }

  List<SessionView> cancel(SessionView session, SessionCancelReason reason, boolean addAtEnd) {
    ProgrammeRun run = runs.get(session.runId());
    Period before = Period.of(running(run.id()));
    Instant now = clock.instant();
    List<SessionView> added =
        addAtEnd ? List.of(timetable.addAgain(session.id(), everyWeeks(run), now)) : List.of();
    timetable.cancel(session.id(), reason, now);
    settle(run, before);
    timetable.finished(run.id(), now).ifPresent(outbox::publish);
    return added;
  }

  void lead(SessionView session, Timetable.Leading leading) {
    ProgrammeRun run = runs.get(session.runId());
    timetable.lead(session.id(), leading, clock.instant());
    timetable.book(run.id(), run.venue(), LocalDate.now(clock));
  }

  void cancel(ProgrammeRun run, RunCancelReason reason) {
    RunStatus now = RunView.status(run, sessions(run.id()));
    outbox.publish(run.cancel(now, reason, clock.instant()));
    timetable.cancelAll(run.id(), clock.instant());
    timetable.book(run.id(), run.venue(), LocalDate.now(clock));
    runs.flush();
  }

  /** What follows from any change of dates. */
  private void settle(ProgrammeRun run, Period before) {
    timetable.book(run.id(), run.venue(), LocalDate.now(clock));
    Period now = Period.of(running(run.id()));
    // A run may begin before its first session and end after its last: only what moved moves it.
    LocalDate from = now.from().equals(before.from()) ? run.startsOn() : now.from();
    LocalDate to = now.to().equals(before.to()) ? run.endsOn() : now.to();
    run.reschedule(from, to, clock.instant()).ifPresent(outbox::publish);
    runs.flush();
  }

  private int everyWeeks(ProgrammeRun run) {
    return templates
        .find(run.templateCode(), run.templateVersion())
        .map(ProgrammeTemplate::form)
        .orElseThrow()
        .everyWeeks();
  }

  private List<SessionView> running(UUID runId) {
    return sessions(runId).stream()
        .map(Timetable.Entry::session)
        .filter(session -> session.status() != SessionStatus.CANCELLED)
        .toList();
  }

  private List<Timetable.Entry> sessions(UUID runId) {
    return timetable.of(List.of(runId)).getOrDefault(runId, List.of());
  }

  /** The days of the first and the last session that take place. */
  private record Period(LocalDate from, LocalDate to) {

    static Period of(List<SessionView> running) {
      if (running.isEmpty()) {
        return new Period(LocalDate.MIN, LocalDate.MAX);
      }
      return new Period(running.getFirst().date(), running.getLast().date());
    }
  }
}
