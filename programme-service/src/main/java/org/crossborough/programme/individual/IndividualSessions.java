package org.crossborough.programme.individual;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** The log of individual sessions. */
@ApplicationScoped
class IndividualSessions implements PanacheRepositoryBase<IndividualSession, UUID> {

  /** What stands of one session. */
  IndividualSession get(UUID sessionId) {
    return find("sessionId = ?1 order by revision desc", sessionId)
        .firstResultOptional()
        .orElseThrow(
            () -> IndividualSessionProblem.NOT_FOUND.because("No individual session has this id."));
  }

  /** What stands of every session of a man, oldest first. */
  List<IndividualSession> standing(UUID enrolmentId) {
    return List.copyOf(
        list("enrolmentId = ?1 order by sessionId, revision", enrolmentId).stream()
            .collect(
                toMap(
                    IndividualSession::sessionId,
                    identity(),
                    (_, later) -> later,
                    LinkedHashMap::new))
            .values());
  }
}
