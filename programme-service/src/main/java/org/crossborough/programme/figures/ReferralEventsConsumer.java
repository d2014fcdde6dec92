package org.crossborough.programme.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.Topic;

/** Keeps the days that figures are counted from. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final ReferralMilestones milestones;

  ReferralEventsConsumer(ReferralMilestones milestones) {
    this.milestones = milestones;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralEvent about) {
      apply(about);
    }
  }

  private void apply(ReferralEvent event) {
    switch (event) {
      case ReferralReceived fact ->
          milestones.received(fact.referralId(), fact.referringBoroughCode(), fact.referredOn());
      case AssessmentCompleted fact -> milestones.assessed(fact.referralId(), fact.assessedOn());
      case ReferralAccepted fact -> milestones.accepted(fact.referralId(), fact.decidedOn());
      default -> {
        // No figure is counted from anything else.
      }
    }
  }
}
