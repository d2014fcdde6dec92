package org.crossborough.safety.survivorcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.crossborough.safety.atrisk.DisclosedPerson;
import org.crossborough.safety.atrisk.SafeTime;
import org.crossborough.safety.contact.ContactAttempts;
import org.crossborough.safety.hold.SafetyHolds;
import org.crossborough.safety.participant.Participants;
import org.crossborough.safety.person.People;
import org.crossborough.safety.referral.KnownReferrals;
import org.crossborough.safety.survivorcase.SurvivorCaseView.ContactPointView;
import org.crossborough.safety.task.ContactTasks;

/** Brings together what a support worker needs to see of one case. */
@ApplicationScoped
class CaseFile {

  private final People people;
  private final ContactAttempts attempts;
  private final SafetyHolds holds;
  private final KnownReferrals referrals;
  private final Participants participants;

  CaseFile(
      People people,
      ContactAttempts attempts,
      SafetyHolds holds,
      KnownReferrals referrals,
      Participants participants) {
    this.people = people;
    this.attempts = attempts;
    this.holds = holds;
    this.referrals = referrals;
    this.participants = participants;
  }

  /** The case in clear; empty once her key was destroyed. */
  Optional<SurvivorCaseView> open(SurvivorCase survivorCase, List<ContactTasks.Due> due) {
    return people.disclose(survivorCase.personId()).map(person -> view(survivorCase, person, due));
  }

  private SurvivorCaseView view(
      SurvivorCase survivorCase, DisclosedPerson person, List<ContactTasks.Due> due) {
    List<SafeTime> times = person.safeTimes().times();
    return new SurvivorCaseView(
        survivorCase.id(),
        survivorCase.status(),
        person.relationship(),
        person.name(),
        person.contactPoints().stream().map(ContactPointView::of).toList(),
        times.isEmpty() ? null : times,
        survivorCase.referralId(),
        referrals.personOf(survivorCase.referralId()).flatMap(participants::nameOf).orElse(null),
        survivorCase.contactTier(),
        survivorCase.nextContactDueAt(),
        attempts.history(survivorCase.id()),
        due,
        holds.openOf(survivorCase.id()),
        referrals.isCleared(survivorCase.referralId()),
        survivorCase.version());
  }
}
