package org.crossborough.safety.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.safety.atrisk.AtRiskDetails;
import org.crossborough.safety.atrisk.AtRiskPeople;
import org.crossborough.safety.contact.ContactAttemptView;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.notice.NotificationChoices;
import org.crossborough.safety.person.People;
import org.crossborough.safety.person.PersonDetails;
import org.crossborough.safety.survivorcase.SurvivorCases;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.vault.PersonalKey;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Her copy of what is held about her. It names neither him nor his referral, and of tasks it says
 * when they were, not what on his side called for them.
 */
@ApplicationScoped
class HerCopy {

  private final SurvivorCases cases;
  private final AtRiskPeople people;
  private final People known;
  private final ContactAttempts attempts;
  private final ContactTasks tasks;
  private final NotificationChoices choices;
  private final SurvivorRequests requests;
  private final Instance<HeldAboutHer> others;

  HerCopy(
      SurvivorCases cases,
      AtRiskPeople people,
      People known,
      ContactAttempts attempts,
      ContactTasks tasks,
      NotificationChoices choices,
      SurvivorRequests requests,
      Instance<HeldAboutHer> others) {
    this.cases = cases;
    this.people = people;
    this.known = known;
    this.attempts = attempts;
    this.tasks = tasks;
    this.choices = choices;
    this.requests = requests;
    this.others = others;
  }

  /** How her case stands, without whose referral it is about. */
  record Case(
      String status,
      @Nullable String boroughCode,
      Instant receivedAt,
      int contactTier,
      int attemptCount,
      @Nullable Instant nextContactDueAt) {

    static Case of(SurvivorCases.Known known) {
      return new Case(
          known.status(),
          known.boroughCode(),
          known.receivedAt(),
          known.contactTier(),
          known.attemptCount(),
          known.nextContactDueAt());
    }
  }

  /** What she asked for, in her words. */
  record Asked(
      SurvivorRequest.Kind kind,
      LocalDate receivedOn,
      @Nullable Secret wording,
      SurvivorRequest.@Nullable Decision decision) {}

  /** All of it. */
  record Copy(
      AtRiskDetails.Source source,
      PersonDetails details,
      List<People.Known> earlierDetails,
      List<AtRiskPeople.HeldPoint> contactPoints,
      List<AtRiskPeople.PointChange> contactPointChanges,
      Case survivorCase,
      List<SurvivorCases.Moved> moves,
      List<ContactAttemptView> attempts,
      List<ContactTasks.Held> tasks,
      List<NotificationChoices.Chosen> notificationChoices,
      List<Asked> requests,
      List<SurvivorRequests.Reading> readings,
      Map<String, Object> more) {}

  Copy of(SurvivorCases.Known survivorCase, PersonDetails details, PersonalKey key) {
    UUID id = survivorCase.id();
    UUID personId = survivorCase.personId();
    Map<String, Object> more = new TreeMap<>();
    others.forEach(other -> more.put(other.section(), other.of(id, personId, key)));
    return new Copy(
        people.source(personId),
        details,
        known.history(personId, key),
        people.everHeld(personId, key),
        people.pointHistory(personId),
        Case.of(survivorCase),
        cases.moves(id),
        attempts.history(id),
        tasks.ever(id),
        choices.ever(id),
        requests.of(id).stream().map(request -> asked(request, key)).toList(),
        requests.readings(id),
        more);
  }

  private static Asked asked(SurvivorRequest request, PersonalKey key) {
    SurvivorRequestView view = request.view();
    return new Asked(view.kind(), view.receivedOn(), request.wording(key), view.decision());
  }
}
