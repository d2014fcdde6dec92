package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.Topic;

/** Learns which programme a man started on, and until when he was on it. */
@ApplicationScoped
class EnrolmentFactsConsumer implements EventsConsumer {

  private final EnrolmentFacts facts;

  EnrolmentFactsConsumer(EnrolmentFacts facts) {
    this.facts = facts;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case RunScheduled it -> facts.scheduled(it.runId(), it.templateCode());
      case EnrolmentStarted it ->
          facts.started(it.enrolmentId(), it.referralId(), it.runId(), it.startedOn());
      case EnrolmentExited it ->
          facts.ended(it.enrolmentId(), it.referralId(), it.runId(), it.exitedOn());
      case EnrolmentCompleted it ->
          facts.ended(it.enrolmentId(), it.referralId(), it.runId(), it.completedOn());
      default -> {}
    }
  }
}
