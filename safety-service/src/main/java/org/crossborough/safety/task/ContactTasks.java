package org.crossborough.safety.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The contacts that have to be tried. */
@ApplicationScoped
public class ContactTasks implements PanacheRepositoryBase<ContactTask, UUID> {

  /** What called for contact, and by when it has to be tried. */
  public record Due(ContactTrigger trigger, Instant dueAt) {}

  private final ContactTaskConfig config;

  ContactTasks(ContactTaskConfig config) {
    this.config = config;
  }

  /** Raises a task, unless one for the same reason is waiting already. */
  public void raise(UUID caseId, ContactTrigger trigger, Instant at) {
    if (count("caseId = ?1 and trigger = ?2 and doneAt is null", caseId, trigger) == 0) {
      boolean first = trigger == ContactTrigger.DETAILS_RECEIVED;
      Instant due = at.plus(first ? config.firstWithin() : config.laterWithin());
      persist(ContactTask.of(caseId, trigger, at, due));
    }
  }

  /** Marks every waiting task of a case as done. */
  public void done(UUID caseId, Instant at) {
    waiting(caseId).forEach(task -> task.done(at));
  }

  /** What is waiting to be done, the most pressing first. */
  public List<Due> due(UUID caseId) {
    return waiting(caseId).stream().map(ContactTask::due).toList();
  }

  private List<ContactTask> waiting(UUID caseId) {
    return list("caseId = ?1 and doneAt is null order by dueAt", caseId);
  }
}
