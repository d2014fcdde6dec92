package org.crossborough.safety.survivorcase;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.Topic;
import org.crossborough.safety.task.ContactTrigger;

/** What happens on the man's side, and survivors must hear of. */
@ApplicationScoped
class CaseTriggersConsumer implements EventsConsumer {

  private final SurvivorCases cases;

  CaseTriggersConsumer(SurvivorCases cases) {
    this.cases = cases;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS, Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case ReferralAccepted it ->
          cases.trigger(it.referralId(), ContactTrigger.ACCEPTANCE, it.occurredAt());
      case ReferralClosed it ->
          cases.trigger(it.referralId(), ContactTrigger.REFERRAL_ENDED, it.occurredAt());
      case EnrolmentStarted it ->
          cases.trigger(it.referralId(), ContactTrigger.START, it.occurredAt());
      case EnrolmentNotStarted it ->
          cases.trigger(it.referralId(), ContactTrigger.NOT_STARTED, it.occurredAt());
      case EnrolmentExited it ->
          cases.trigger(it.referralId(), ContactTrigger.EXIT, it.occurredAt());
      case EnrolmentCompleted it ->
          cases.trigger(it.referralId(), ContactTrigger.COMPLETION, it.occurredAt());
      case AttendanceConcernRaised it ->
          cases.trigger(it.referralId(), ContactTrigger.CONCERN, it.occurredAt());
      case EnrolmentSuspended it ->
          cases.trigger(it.referralId(), ContactTrigger.SUSPENSION, it.occurredAt());
      case EnrolmentResumed it ->
          cases.trigger(it.referralId(), ContactTrigger.RESUMPTION, it.occurredAt());
      case RiskDisclosed it ->
          cases.trigger(it.referralId(), ContactTrigger.RISK_DISCLOSURE, it.occurredAt());
      default -> {}
    }
  }
}
