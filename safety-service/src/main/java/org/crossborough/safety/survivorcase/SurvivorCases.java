package org.crossborough.safety.survivorcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.EntityVersion;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.safety.access.CaseAudit;
import org.crossborough.safety.access.ReadingPurpose;
import org.crossborough.safety.access.StepUp;
import org.crossborough.safety.atrisk.HandedOverPerson;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.notice.NotificationChoices;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;
import org.crossborough.safety.wall.CaseWalls;
import org.jspecify.annotations.Nullable;

/** The survivors' cases. */
@ApplicationScoped
public class SurvivorCases implements PanacheRepositoryBase<SurvivorCase, UUID> {

  /** A case as other features of the support side need to know it. */
  public record Known(
      UUID id,
      UUID personId,
      UUID referralId,
      String status,
      @Nullable String boroughCode,
      Instant receivedAt,
      int contactTier,
      int attemptCount,
      @Nullable Instant nextContactDueAt,
      long version) {}

  /** One move of a case. */
  public record Moved(String fromStatus, String toStatus, Instant at) {}

  private static final String DELETED = "DELETED_AT_HER_REQUEST";

  private final ContactTasks tasks;
  private final NotificationChoices choices;
  private final CaseAudit audit;
  private final StepUp stepUp;
  private final CaseWalls walls;

  SurvivorCases(
      ContactTasks tasks,
      NotificationChoices choices,
      CaseAudit audit,
      StepUp stepUp,
      CaseWalls walls) {
    this.tasks = tasks;
    this.choices = choices;
    this.audit = audit;
    this.stepUp = stepUp;
    this.walls = walls;
  }

  /**
   * A case of which something is told in clear: only to a sign-in that is strong enough, for a
   * stated purpose, and after the record of the reading was committed.
   */
  public Known read(UUID id, String action, @Nullable String purpose) {
    return known(disclosed(id, action, purpose));
  }

  SurvivorCase disclosed(UUID id, String action, @Nullable String purpose) {
    stepUp.require();
    audit.reading(action, id, stated(purpose));
    return require(id);
  }

  /**
   * A purpose as the audit keeps it.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for none, or one that is no code
   */
  public static String stated(@Nullable String purpose) {
    return ReadingPurpose.stated(purpose)
        .orElseThrow(() -> SurvivorCaseProblem.PURPOSE_REQUIRED.because(ReadingPurpose.HELP + "."));
  }

  /** The cases of some people that whoever is at work may open, newest first. */
  public List<Known> ofPeople(Collection<UUID> personIds) {
    return find(
            "personId in ?1 and " + CaseWalls.OPEN_TO_2 + " order by id desc",
            personIds,
            walls.reader())
        .stream()
        .map(SurvivorCases::known)
        .toList();
  }

  /** How many cases of a borough whoever is at work may open. */
  public long openIn(String boroughCode) {
    return count("boroughCode = ?1 and " + CaseWalls.OPEN_TO_2, boroughCode, walls.reader());
  }

  /**
   * Opens the case of a person whom somebody named. Nobody outside is told: no event, no receipt
   * (docs/decisions/0015).
   */
  public UUID openNamed(
      HandedOverPerson person, UUID referralId, ContactTrigger trigger, Instant at) {
    SurvivorCase opened = SurvivorCase.open(person, referralId, at);
    persist(opened);
    flush();
    tasks.raise(opened.id(), trigger, at);
    return opened.id();
  }

  /** A case, or the refusal that says the same whatever the reason. */
  public Known known(UUID id) {
    return known(require(id));
  }

  /** A case about which something is changed by somebody who has seen its current version. */
  public Known seen(UUID id, HttpHeaders headers) {
    return known(requireSeen(id, headers));
  }

  /** Counts a change of what belongs to a case, so that whoever saw it before has to look again. */
  public Known changed(UUID id) {
    SurvivorCase changed = require(id);
    flush();
    getEntityManager().lock(changed, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    return known(changed);
  }

  /** Takes note of where she now lives, which decides who else hears of her. */
  public void livesIn(UUID id, @Nullable String boroughCode) {
    require(id).livesIn(boroughCode);
  }

  /** Ends a case of which nothing can be read any more. */
  public void deleted(UUID id, String by, Instant at) {
    SurvivorCase survivorCase = require(id);
    tasks.drop(id, DELETED, at);
    if (SurvivorCaseTransition.CLOSE.leaves(survivorCase.status())) {
      keep(List.of(survivorCase.close(new Decision(by, at, DELETED))));
    }
  }

  private static Known known(SurvivorCase found) {
    return new Known(
        found.id(),
        found.personId(),
        found.referralId(),
        found.status().name(),
        found.boroughCode(),
        found.receivedAt(),
        found.contactTier(),
        found.nextAttemptNo() - 1,
        found.nextContactDueAt(),
        found.version());
  }

  /** Opens the case of a person whose details were matched to a referral. */
  public void open(HandedOverPerson person, UUID referralId, Instant receivedAt) {
    SurvivorCase opened = SurvivorCase.open(person, referralId, receivedAt);
    persist(opened);
    tasks.raise(opened.id(), ContactTrigger.DETAILS_RECEIVED, receivedAt);
  }

  /** A case, or the refusal that says the same whatever the reason. */
  SurvivorCase require(UUID id) {
    // The walls are part of the question, so that a case behind one costs what no case costs.
    return behind(CaseWalls.OPEN_TO_2, id)
        .or(() -> throughBrokenGlass(id))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  private Optional<SurvivorCase> throughBrokenGlass(UUID id) {
    return walls.mayBreakGlass(id)
        ? behind(CaseWalls.WITHOUT_CONFLICT_OF_2, id).filter(found -> walls.breakGlass(id))
        : Optional.empty();
  }

  private Optional<SurvivorCase> behind(String walls, UUID id) {
    return find("id = ?1 and " + walls, id, this.walls.reader()).firstResultOptional();
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

  boolean isAttemptAwaited(UUID id) {
    return tasks.isAttemptAwaited(id);
  }

  /** How a case came to where it stands, oldest first. */
  public List<Moved> moves(UUID id) {
    return getEntityManager()
        .createQuery(
            "from SurvivorCaseStatusChange where caseId = ?1 order by id",
            SurvivorCaseStatusChange.class)
        .setParameter(1, id)
        .getResultStream()
        .map(SurvivorCaseStatusChange::moved)
        .toList();
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
    List<SurvivorCaseStatusChange> changes = survivorCase.attempted(recorded, decision);
    UUID id = survivorCase.id();
    tasks.attempted(id, decision.by(), decision.at());
    Instant attemptedAt = recorded.attempt().attemptedAt();
    survivorCase
        .nextContactDue(
            recorded.attempt().nextContactDueAt(),
            tasks.dueAt(ContactTrigger.NEXT_CONTACT, attemptedAt))
        .ifPresent(due -> tasks.raise(id, ContactTrigger.NEXT_CONTACT, decision.at(), due));
    if (recorded.exposed()) {
      tasks.raise(id, ContactTrigger.SAFETY_REVIEW, decision.at());
    }
    keep(changes);
  }

  /** Raises a task for every case of a referral and takes up again what had ended. */
  void trigger(UUID referralId, ContactTrigger trigger, Instant at) {
    for (SurvivorCase survivorCase : ofReferral(referralId)) {
      NotificationChoices.Wish wish = choices.wish(survivorCase.id(), trigger);
      if (wish == NotificationChoices.Wish.LEFT_ALONE && survivorCase.hasDeclined()) {
        continue;
      }
      tasks.raise(survivorCase.id(), trigger, at);
      if (wish == NotificationChoices.Wish.TOLD) {
        tasks.raise(survivorCase.id(), ContactTrigger.NOTIFICATION, at);
      }
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
