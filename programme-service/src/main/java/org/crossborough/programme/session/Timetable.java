package org.crossborough.programme.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.booking.Booking;
import org.crossborough.programme.booking.Bookings;
import org.jspecify.annotations.Nullable;

/** The sessions of a run, as runs and registers use them. */
@ApplicationScoped
public class Timetable {

  /** A session with its version. */
  public record Entry(SessionView session, long version) {}

  /**
   * Who leads a session.
   *
   * @param reason why fewer than two are enough
   */
  public record Leading(List<String> facilitators, @Nullable LoneFacilitatorReason reason) {}

  private final Sessions sessions;
  private final Bookings bookings;
  private final BankHolidays holidays;

  Timetable(Sessions sessions, Bookings bookings, BankHolidays holidays) {
    this.sessions = sessions;
    this.bookings = bookings;
    this.holidays = holidays;
  }

  /** Puts sessions into the timetable of a run; nothing is booked yet. */
  public List<Entry> plan(
      UUID runId,
      String boroughCode,
      List<PlannedSession> planned,
      List<String> facilitators,
      Instant at) {
    List<Session> added =
        planned.stream()
            .map(session -> Session.of(runId, boroughCode, session, facilitators, at))
            .toList();
    sessions.persist(added);
    return added.stream().map(Timetable::entry).toList();
  }

  /**
   * Books, from {@code today} on, what the run's sessions to come need, and gives back what they no
   * longer need.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when something is taken
   */
  public void book(UUID runId, @Nullable String venue, LocalDate today) {
    sessions.flush();
    List<Session> all = sessions.ofRuns(List.of(runId));
    bookings.release(all.stream().map(Session::id).toList());
    bookings.book(
        all.stream()
            .filter(session -> session.status() != SessionStatus.CANCELLED)
            .filter(session -> !session.date().isBefore(today))
            .flatMap(session -> needs(session, venue).stream())
            .toList());
  }

  /** The sessions of each of these runs, in their order. */
  public Map<UUID, List<Entry>> of(Collection<UUID> runIds) {
    return sessions.ofRuns(runIds).stream()
        .collect(groupingBy(Session::runId, mapping(Timetable::entry, toList())));
  }

  /**
   * A session, while nobody else changes the timetable of its run.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is no such session
   */
  public Entry locked(UUID sessionId) {
    Session session = sessions.get(sessionId);
    lock(session.runId());
    sessions.getEntityManager().refresh(session);
    return entry(session);
  }

  /** Lets nobody else change the timetable of a run until the transaction ends. */
  public void lock(UUID runId) {
    sessions.lockRun(runId);
  }

  /**
   * Moves a session and, where that is wanted, those in its way.
   *
   * @param everyWeeks how those behind it move on
   * @return all that moved, in their order
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the order could not be kept
   */
  public List<SessionView> reschedule(
      UUID sessionId, LocalDateTime to, int everyWeeks, boolean knockOn, Instant at) {
    Session wanted = sessions.get(sessionId);
    List<Session> run = running(wanted.runId());
    wanted.requireScheduled("be moved");
    Map<UUID, LocalDateTime> moves =
        new Rescheduling(holidays, everyWeeks, knockOn)
            .move(run.stream().map(Timetable::slot).toList(), sessionId, to);
    List<Session> moved = run.stream().filter(one -> moves.containsKey(one.id())).toList();
    for (Session session : moved) {
      LocalDateTime starts = moves.get(session.id());
      if (starts != null) {
        session.reschedule(starts, at);
      }
    }
    sessions.flush();
    return moved.stream().map(Session::view).toList();
  }

  /**
   * Cancels a session.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when nothing of the run would be left
   */
  public void cancel(UUID sessionId, SessionCancelReason reason, Instant at) {
    Session session = sessions.get(sessionId);
    session.cancel(reason, at);
    if (running(session.runId()).isEmpty()) {
      throw SessionProblem.LAST_SESSION.because("Cancel the run instead.");
    }
    sessions.flush();
  }

  /** Cancels every session of a run that is still to come. */
  public void cancelAll(UUID runId, Instant at) {
    sessions.ofRuns(List.of(runId)).stream()
        .filter(session -> session.status() == SessionStatus.SCHEDULED)
        .forEach(session -> session.cancel(SessionCancelReason.RUN_CANCELLED, at));
    sessions.flush();
  }

  /** Adds a cancelled session once more, behind the last. */
  public SessionView addAgain(UUID cancelledId, int everyWeeks, Instant at) {
    Session cancelled = sessions.get(cancelledId);
    List<Session> all = sessions.ofRuns(List.of(cancelled.runId()));
    LocalDate last = all.stream().map(Session::date).max(Comparator.naturalOrder()).orElseThrow();
    LocalDate day = new Rescheduling(holidays, everyWeeks, false).next(last);
    Session added =
        Session.of(
            cancelled.runId(),
            cancelled.boroughCode(),
            cancelled.again(all.getLast().index() + 1, day),
            cancelled.plannedFacilitators(),
            at);
    sessions.persist(added);
    sessions.flush();
    return added.view();
  }

  /** Gives a session other facilitators. */
  public void lead(UUID sessionId, Leading leading, Instant at) {
    sessions.get(sessionId).lead(leading.facilitators(), leading.reason(), at);
    sessions.flush();
  }

  /** A session as it now stands. */
  public Entry entry(UUID sessionId) {
    return entry(sessions.get(sessionId));
  }

  /** The fact that a run is over: sessions were held, and none is to come. */
  public Optional<RunFinished> finished(UUID runId, Instant at) {
    List<Session> run = running(runId);
    if (run.isEmpty() || run.stream().anyMatch(one -> one.status() == SessionStatus.SCHEDULED)) {
      return Optional.empty();
    }
    return Optional.of(new RunFinished(runId, at, run.getLast().date()));
  }

  /**
   * What a register needs to know of a session.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is no such session
   */
  public RegisterSheet sheet(UUID sessionId) {
    return sessions.get(sessionId).sheet();
  }

  /** Those of these sessions that the caller may see, in no order. */
  public List<SessionView> views(Collection<UUID> sessionIds) {
    return sessions.list("id in ?1", sessionIds).stream().map(Session::view).toList();
  }

  /** What a register needs to know of a session, if there is such a session. */
  public Optional<RegisterSheet> find(UUID sessionId) {
    return sessions.findByIdOptional(sessionId).map(Session::sheet);
  }

  /** Notes that the register of a session changed, and gives the session's new version. */
  public long registerChanged(UUID sessionId) {
    Session session = sessions.get(sessionId);
    session.registerChanged();
    sessions.flush();
    return session.version();
  }

  /** What is not cancelled, in its order. */
  private List<Session> running(UUID runId) {
    return sessions.ofRuns(List.of(runId)).stream()
        .filter(session -> session.status() != SessionStatus.CANCELLED)
        .toList();
  }

  private static Rescheduling.Slot slot(Session session) {
    boolean movable = session.status() == SessionStatus.SCHEDULED;
    int minutes = session.view().plannedMinutes();
    return new Rescheduling.Slot(session.id(), session.starts(), minutes, movable);
  }

  private static List<Booking> needs(Session session, @Nullable String venue) {
    List<Booking> needs =
        new ArrayList<>(
            session.plannedFacilitators().stream()
                .map(who -> booking(session, Booking.Kind.FACILITATOR, who))
                .toList());
    if (venue != null) {
      needs.add(booking(session, Booking.Kind.VENUE, Booking.place(venue)));
    }
    return needs;
  }

  private static Booking booking(Session session, Booking.Kind kind, String resource) {
    return new Booking(
        session.id(), session.boroughCode(), kind, resource, session.starts(), session.ends());
  }

  private static Entry entry(Session session) {
    return new Entry(session.view(), session.version());
  }
}
