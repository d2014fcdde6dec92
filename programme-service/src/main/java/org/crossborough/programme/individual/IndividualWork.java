package org.crossborough.programme.individual;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What individual sessions add up to, for features that judge by it. */
@ApplicationScoped
public class IndividualWork {

  /**
   * One individual session as it stands.
   *
   * @param moduleCodes what was worked on
   */
  public record Worked(int attendedMinutes, int countableMinutes, List<String> moduleCodes) {}

  private final IndividualSessions sessions;

  IndividualWork(IndividualSessions sessions) {
    this.sessions = sessions;
  }

  /** Every individual session of a man. */
  public List<Worked> of(UUID enrolmentId) {
    return sessions.standing(enrolmentId).stream()
        .map(session ->
            new Worked(
                session.attendedMinutes(),
                session.countableMinutes(),
                session.view().moduleCodes()))
        .toList();
  }
}
