package org.crossborough.programme.attendance;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attendance log. */
@ApplicationScoped
class Attendances implements PanacheRepositoryBase<Attendance, UUID> {

  private static final String STANDS =
      " and not exists (select 1 from Attendance b where b.sessionId = a.sessionId"
          + " and b.enrolmentId = a.enrolmentId and b.revision > a.revision)";
  // Sessions of one day keep the order in which they were planned: their ids do.
  private static final Comparator<Attendance> IN_ORDER_OF_DAYS =
      Comparator.comparing(Attendance::heldOn).thenComparing(Attendance::sessionId);

  /** What stands for each man of a session: his highest revision. */
  Map<UUID, Attendance> standing(UUID sessionId) {
    return list("sessionId = ?1 order by revision", sessionId).stream()
        .collect(toMap(Attendance::enrolmentId, identity(), (_, later) -> later));
  }

  /** What stands at every session for each of these men, in the order of days. */
  Map<UUID, List<Attendance>> standingOf(Collection<UUID> enrolmentIds) {
    Map<List<UUID>, Attendance> last =
        list("enrolmentId in ?1 order by revision", enrolmentIds).stream()
            .collect(
                toMap(
                    line -> List.of(line.enrolmentId(), line.sessionId()),
                    identity(),
                    (_, later) -> later,
                    LinkedHashMap::new));
    return last.values().stream()
        .sorted(IN_ORDER_OF_DAYS)
        .collect(groupingBy(Attendance::enrolmentId));
  }

  /** The standing make-ups for a session, whichever session they were made up in. */
  List<Attendance> makingUpFor(Collection<UUID> missedSessionIds) {
    return list("from Attendance a where a.makesUpFor in ?1" + STANDS, missedSessionIds);
  }

  /** A man's whole log, newest line first. */
  List<Attendance> history(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }

  Optional<RegisterSubmission> submission(@Nullable UUID id) {
    return id == null
        ? Optional.empty()
        : Optional.ofNullable(getEntityManager().find(RegisterSubmission.class, id));
  }

  void remember(RegisterSubmission submission) {
    getEntityManager().persist(submission);
  }
}
