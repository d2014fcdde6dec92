package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.crossborough.contracts.Topic;

/** Learns from referral-service who was screened, referred, assessed, decided on and placed. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final KnownScreenings screenings;
  private final Participations participations;

  ReferralEventsConsumer(KnownScreenings screenings, Participations participations) {
    this.screenings = screenings;
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
      case ScreeningRecorded e -> screenings.heard(e);
      case ReferralReceived _,
          ReferralReturnedIncomplete _,
          ReferralAmended _,
          ReferralTriaged _,
          AssessmentCompleted _,
          ReferralDeferred _,
          ReferralAccepted _,
          ReferralWaiting _,
          ReferralAllocated _,
          ReferralClosed _ ->
          participations.heard(event.key(), event);
      case ProgrammeReviewOpened _, ProgrammeReviewClosed _ -> {
        // No figure tells who was under review.
      }
      // Counts of all London together, which the equality feature keeps.
      case EqualityProfilePublished _ -> {}
    }
  }
}
