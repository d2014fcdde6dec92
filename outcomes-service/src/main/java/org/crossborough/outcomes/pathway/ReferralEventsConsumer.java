package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.Topic;

/** Learns from referral-service who was referred, assessed and given a place. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final KnownReferrals referrals;
  private final Participations participations;

  ReferralEventsConsumer(KnownReferrals referrals, Participations participations) {
    this.referrals = referrals;
    this.participations = participations;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralEvent referral) {
      apply(referral);
    }
  }

  private void apply(ReferralEvent event) {
    switch (event) {
      case ReferralReceived e ->
          referrals.remember(
              new KnownReferral(e.referralId(), e.personId(), e.referringBoroughCode()));
      case AssessmentCompleted e ->
          participations.assessed(e.referralId(), e.personId(), e.assessedOn());
      case ReferralAllocated e -> {
        referrals.remember(
            new KnownReferral(e.referralId(), e.personId(), e.referringBoroughCode()));
        participations.placed(e.referralId(), e.personId(), e.runId());
      }
      // No figure here counts screenings, decisions or endings before a place.
      default -> {}
    }
  }
}
