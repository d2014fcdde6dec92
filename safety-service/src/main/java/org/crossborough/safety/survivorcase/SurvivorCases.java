package org.crossborough.safety.survivorcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.wall.CaseWalls;

/** The survivors' cases. */
@ApplicationScoped
public class SurvivorCases implements PanacheRepositoryBase<SurvivorCase, UUID> {

  private final ContactTasks tasks;
  private final CaseWalls walls;

  SurvivorCases(ContactTasks tasks, CaseWalls walls) {
    this.tasks = tasks;
    this.walls = walls;
  }

  /** Opens the case of a person whose details were matched to a referral. */
  public void open(HandedOverPerson person, UUID referralId, Instant receivedAt) {
    SurvivorCase opened = SurvivorCase.open(person, referralId, receivedAt);
    persist(opened);
    tasks.raise(opened.id(), ContactTrigger.DETAILS_RECEIVED, receivedAt);
  }

  /** A case, or the refusal that says the same whatever the reason. */
  SurvivorCase require(UUID id) {
    return findByIdOptional(id)
        .filter(found -> walls.letThrough(id, found.referralId(), found.boroughCode()))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  /** A case that is about to be moved, by somebody who has seen its current version. */
  SurvivorCase requireSeen(UUID id, HttpHeaders headers) {
    SurvivorCase found = require(id);
    EntityVersion.require(headers, found.version());
    return found;
  }

  /**
   * A case to which something is added. A version may be stated and must then be the current one;
   * it need not be, since what keeps somebody safe never waits for a fresh reading.
   */
  SurvivorCase require(UUID id, HttpHeaders headers) {
    SurvivorCase found = require(id);
    if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
      EntityVersion.require(headers, found.version());
    }
    return found;
  }

  List<SurvivorCase> before(UUID id, int rows) {
    return find("id < ?1 and " + CaseWalls.OPEN_TO_2 + " order by id desc", id, walls.reader())
        .page(0, rows)
        .list();
  }

  private List<SurvivorCase> ofReferral(UUID referralId) {
    return list("referralId = ?1 order by id", referralId);
  }

  boolean anyUntried(UUID referralId) {
    return count("referralId = ?1 and attemptCount = 0", referralId) > 0;
  }

  List<ContactTasks.Due> due(SurvivorCase survivorCase) {
    return tasks.due(survivorCase.id());
  }

  /** Counts an attempt, makes the moves it amounts to, and takes it for what was due. */
  void attempted(SurvivorCase survivorCase, ContactAttempts.Recorded recorded, Decision decision) {
    keep(survivorCase.attempted(recorded, decision));
    tasks.done(survivorCase.id(), decision.at());
  }

  /** Raises a task for every case of a referral and takes up again what had ended. */
  void trigger(UUID referralId, ContactTrigger trigger, Instant at) {
    for (SurvivorCase survivorCase : ofReferral(referralId)) {
      tasks.raise(survivorCase.id(), trigger, at);
      survivorCase
          .resumeIfPossible(Decision.onTrigger(trigger, at))
          .ifPresent(getEntityManager()::persist);
    }
  }

  /** Keeps what moved a case, and writes it, so that the case's version is the one to be told. */
  void keep(Collection<SurvivorCaseStatusChange> changes) {
    changes.forEach(getEntityManager()::persist);
    flush();
  }
}
