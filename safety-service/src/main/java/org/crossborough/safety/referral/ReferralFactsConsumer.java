package org.crossborough.safety.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.Topic;

/** Learns when a referral was accepted, ended, or its man started. */
@ApplicationScoped
class ReferralFactsConsumer implements EventsConsumer {

  private final KnownReferrals referrals;

  ReferralFactsConsumer(KnownReferrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS, Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case ReferralAccepted it -> referrals.accepted(it.referralId(), it.occurredAt());
      case ReferralClosed it -> referrals.ended(it.referralId(), it.occurredAt());
      case EnrolmentStarted it -> referrals.started(it.referralId(), it.startedOn());
      default -> {}
    }
  }
}
