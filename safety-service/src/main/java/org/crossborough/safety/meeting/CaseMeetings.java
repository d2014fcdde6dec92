package org.crossborough.safety.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.wall.CaseWalls;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The meetings, what they said about cases, and what they decided to do. */
@ApplicationScoped
class CaseMeetings implements PanacheRepositoryBase<CaseMeeting, UUID> {

  /** A meeting without what was said. */
  @Schema(name = "CaseMeeting")
  record Meeting(UUID id, LocalDate heldOn, List<MeetingRole> attendees, Instant recordedAt) {}

  /** No case was discussed there yet, or one the reader may open; or it is her own record. */
  private static final String OPEN_TO_READER =
      """
      (m.recordedBy = :reader
        or not exists (select 1 from CaseDiscussion d where d.meetingId = m.id)
        or exists (select 1 from CaseDiscussion d where d.meetingId = m.id and d.%s))\
      """
          .formatted(CaseWalls.OF_A_CASE_OPEN_TO_READER);

  private final CaseWalls walls;

  CaseMeetings(CaseWalls walls) {
    this.walls = walls;
  }

  /** Meetings the reader may know of: not those that were about other teams' cases alone. */
  List<CaseMeeting> before(UUID id, int rows) {
    return find(
            "from CaseMeeting m where m.id < :before and " + OPEN_TO_READER + " order by m.id desc",
            Map.of("before", id, "reader", walls.reader()))
        .page(0, rows)
        .list();
  }

  CaseMeeting require(UUID id) {
    return find(
            "from CaseMeeting m where m.id = :id and " + OPEN_TO_READER,
            Map.of("id", id, "reader", walls.reader()))
        .firstResultOptional()
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  boolean hasDiscussed(UUID meetingId, UUID caseId) {
    return !getEntityManager()
        .createQuery(
            "select id from CaseDiscussion where meetingId = ?1 and caseId = ?2", UUID.class)
        .setParameter(1, meetingId)
        .setParameter(2, caseId)
        .getResultList()
        .isEmpty();
  }

  /** What was said about a case, the last recorded first. */
  List<CaseDiscussion> discussions(UUID caseId, UUID before, int rows) {
    return getEntityManager()
        .createQuery(
            "from CaseDiscussion where caseId = ?1 and id < ?2 order by id desc",
            CaseDiscussion.class)
        .setParameter(1, caseId)
        .setParameter(2, before)
        .setMaxResults(rows)
        .getResultList();
  }

  /** What was decided in some discussions, in one query however many they are. */
  List<MeetingAction> actions(Collection<UUID> discussionIds) {
    return getEntityManager()
        .createQuery("from MeetingAction where discussionId in ?1 order by id", MeetingAction.class)
        .setParameter(1, discussionIds)
        .getResultList();
  }

  boolean hasOpenActions(UUID caseId) {
    return !getEntityManager()
        .createQuery(
            "select id from MeetingAction where caseId = ?1 and doneOn is null", UUID.class)
        .setParameter(1, caseId)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  MeetingAction action(UUID caseId, UUID id) {
    return Optional.ofNullable(getEntityManager().find(MeetingAction.class, id))
        .filter(action -> action.caseId().equals(caseId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }
}
