package org.crossborough.programme.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.contracts.Topic;

/** Keeps reviews that his own side opened among the holds, where nobody tells them apart. */
@ApplicationScoped
class ProgrammeReviewsConsumer implements EventsConsumer {

  private final SafetyHolds holds;

  ProgrammeReviewsConsumer(SafetyHolds holds) {
    this.holds = holds;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case ProgrammeReviewOpened opened ->
          holds.persist(
              holds
                  .known(opened.reviewId(), opened.referralId())
                  .placed(opened.occurredAt())
                  .until(opened.reviewOn()));
      case ProgrammeReviewClosed closed ->
          holds.persist(
              holds.known(closed.reviewId(), closed.referralId()).lifted(closed.occurredAt()));
      default -> {
        // The rest is for other features.
      }
    }
  }
}
