package org.crossborough.safety.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.Topic;

/** Keeps the men's names as the referral side has them, and forgets them when it does. */
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
    switch (event) {
      case ParticipantChanged changed -> learn(changed);
      case ParticipantErased erased -> {
        var _ = participants.deleteById(erased.personId());
      }
      default -> {}
    }
  }

  private void learn(ParticipantChanged changed) {
    Participant participant =
        participants
            .findByIdOptional(changed.personId())
            .orElseGet(() -> Participant.of(changed.personId()));
    participant.learn(changed);
    participants.persist(participant);
  }
}
