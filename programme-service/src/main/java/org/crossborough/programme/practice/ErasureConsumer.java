package org.crossborough.programme.practice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ParticipantEvent.ParticipantErased;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.enrolment.EnrolmentLedger;

/** Takes the words away that were written about a man who is erased; codes and minutes stay. */
@ApplicationScoped
class ErasureConsumer implements EventsConsumer {

  private final EnrolmentLedger enrolments;
  private final SessionNotes notes;
  private final Exercises exercises;

  ErasureConsumer(EnrolmentLedger enrolments, SessionNotes notes, Exercises exercises) {
    this.enrolments = enrolments;
    this.notes = notes;
    this.exercises = exercises;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_PARTICIPANTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ParticipantErased erased) {
      List<UUID> his = enrolments.ofPerson(erased.personId());
      notes.about(his).forEach(note -> note.erase(erased.occurredAt()));
      exercises.of(his).forEach(exercise -> exercise.erase(erased.occurredAt()));
    }
  }
}
