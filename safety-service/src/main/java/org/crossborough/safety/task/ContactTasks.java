package org.crossborough.safety.task;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.wall.CaseWalls;
import org.jspecify.annotations.Nullable;

/** What has to be done about survivors. */
@ApplicationScoped
public class ContactTasks implements PanacheRepositoryBase<ContactTask, UUID> {

  /** What called for something to be done, and by when it has to be. */
  public record Due(ContactTrigger trigger, Instant dueAt) {}

  /** A task without what called for it, which may be about somebody else. */
  public record Held(Instant raisedAt, Instant dueAt, @Nullable Instant doneAt) {}

  private static final String BY_AN_ATTEMPT = "CONTACT_ATTEMPTED";
  private static final String THE_SERVICE = "safety-service";

  private final ContactTaskConfig config;
  private final CaseWalls walls;
  private final WorkingDays calendar = WorkingDays.inEngland();

  ContactTasks(ContactTaskConfig config, CaseWalls walls) {
    this.config = config;
    this.walls = walls;
  }

  /** Raises a task, unless one for the same reason is waiting already. */
  public void raise(UUID caseId, ContactTrigger trigger, Instant at) {
    raise(caseId, trigger, at, dueAt(trigger, at));
  }

  /** Raises a task that is due when somebody said. */
  public void raise(UUID caseId, ContactTrigger trigger, Instant at, Instant dueAt) {
    if (count("caseId = ?1 and trigger = ?2 and doneAt is null", caseId, trigger) == 0) {
      persist(ContactTask.of(caseId, trigger, at, dueAt));
    }
  }

  /** By when something that was called for at a moment has to be done. */
  public Instant dueAt(ContactTrigger trigger, Instant at) {
    return trigger.isUrgent()
        ? at.plus(config.urgentWithin())
        : calendar.endOf(at, config.workingDays().getOrDefault(trigger, trigger.workingDays()));
  }

  /** Marks every waiting task of a case that an attempt does as done. */
  public void attempted(UUID caseId, String by, Instant at) {
    waiting(caseId).stream()
        .filter(ContactTask::isContact)
        .forEach(task -> task.done(BY_AN_ATTEMPT, by, at));
  }

  /** Marks the waiting tasks that one reason called for as done. */
  public void done(UUID caseId, ContactTrigger trigger, String reasonCode, String by, Instant at) {
    waiting(caseId).stream()
        .filter(task -> task.due().trigger() == trigger)
        .forEach(task -> task.done(reasonCode, by, at));
  }

  /** Marks whatever waits for a case as done: the case has ended. */
  public void drop(UUID caseId, String reasonCode, Instant at) {
    waiting(caseId).forEach(task -> task.done(reasonCode, THE_SERVICE, at));
  }

  /** What is waiting to be done, the most pressing first. */
  public List<Due> due(UUID caseId) {
    return waiting(caseId).stream().map(ContactTask::due).toList();
  }

  /** Whether something has happened since she was last tried. */
  public boolean isAttemptAwaited(UUID caseId) {
    return waiting(caseId).stream()
        .map(ContactTask::due)
        .anyMatch(due -> due.trigger().isContact() && due.trigger() != ContactTrigger.NEXT_CONTACT);
  }

  /** Every task a case has had, oldest first. */
  public List<Held> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId).stream().map(ContactTask::held).toList();
  }

  /** A task of a case that whoever is at work may open. */
  ContactTask require(UUID id) {
    return find(
            "id = :id and " + CaseWalls.OF_A_CASE_OPEN_TO_READER,
            Map.of("id", id, "reader", walls.reader()))
        .firstResultOptional()
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  /**
   * Tasks of cases that whoever is at work may open, in the order in which they are due, after a
   * given one.
   *
   * @param until only what is due before it; null for all
   * @param assignee only whose they are; null for everybody's
   */
  List<ContactTask> waiting(
      @Nullable Instant until, @Nullable String assignee, @Nullable UUID after, int rows) {
    StringBuilder query =
        new StringBuilder("doneAt is null and ").append(CaseWalls.OF_A_CASE_OPEN_TO_READER);
    Map<String, Object> values = new HashMap<>(Map.of("reader", walls.reader()));
    if (until != null) {
      query.append(" and dueAt < :until");
      values.put("until", until);
    }
    if (assignee != null) {
      query.append(" and assignedTo = :assignee");
      values.put("assignee", assignee);
    }
    if (after != null) {
      query.append(" and dueAt >= :dueAt and (dueAt > :dueAt or id > :after)");
      values.put("dueAt", dueAtOf(after));
      values.put("after", after);
    }
    PanacheQuery<ContactTask> found = find(query.append(" order by dueAt, id").toString(), values);
    return found.page(0, rows).list();
  }

  private Instant dueAtOf(UUID id) {
    return findByIdOptional(id)
        .map(ContactTask::dueAt)
        .orElseThrow(() ->
            RequestProblem.INVALID_CURSOR.because("Use a cursor exactly as it was returned."));
  }

  private List<ContactTask> waiting(UUID caseId) {
    return list("caseId = ?1 and doneAt is null order by dueAt", caseId);
  }
}
