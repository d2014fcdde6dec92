package org.crossborough.programme.session;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sessions of a run, as runs and registers use them. */
@ApplicationScoped
public class Timetable {

  /** A session with its version. */
  public record Entry(SessionView session, long version) {}

  private final Sessions sessions;

  Timetable(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Puts the sessions of a new run into the timetable. */
  public List<Entry> plan(UUID runId, String boroughCode, List<PlannedSession> planned) {
    List<Session> added =
        planned.stream().map(session -> Session.of(runId, boroughCode, session)).toList();
    sessions.persist(added);
    return added.stream().map(Timetable::entry).toList();
  }

  /** The sessions of each of these runs, in their order. */
  public Map<UUID, List<Entry>> of(Collection<UUID> runIds) {
    return sessions.ofRuns(runIds).stream()
        .collect(groupingBy(Session::runId, mapping(Timetable::entry, toList())));
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

  private static Entry entry(Session session) {
    return new Entry(session.view(), session.version());
  }
}
