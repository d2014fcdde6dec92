package org.crossborough.programme.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ParticipantEvent;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.Topic;

/** Keeps names as they now are, and forgets them when told. */
@ApplicationScoped
class ParticipantEventsConsumer implements EventsConsumer {

  private final Participants participants;

  ParticipantEventsConsumer(Participants participants) {
    this.participants = participants;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_PARTICIPANTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ParticipantEvent about) {
      apply(about);
    }
  }

  private void apply(ParticipantEvent event) {
    switch (event) {
      case ParticipantChanged changed ->
          participants.put(
              changed.personId(),
              new ParticipantName(changed.givenName(), changed.familyName()),
              changed.occurredAt());
      case ParticipantErased erased -> participants.forget(erased.personId(), erased.occurredAt());
    }
  }
}
