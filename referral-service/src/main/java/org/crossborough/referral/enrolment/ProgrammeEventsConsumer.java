package org.crossborough.referral.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.Topic;

/** Learns which runs there are. */
@ApplicationScoped
class ProgrammeEventsConsumer implements EventsConsumer {

  private final KnownRuns runs;

  ProgrammeEventsConsumer(KnownRuns runs) {
    this.runs = runs;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ProgrammeEvent programmeEvent) {
      apply(programmeEvent);
    }
  }

  private void apply(ProgrammeEvent event) {
    switch (event) {
      case RunScheduled scheduled -> runs.learn(scheduled);
      case RunRescheduled rescheduled -> runs.learn(rescheduled);
      case RunCancelled cancelled -> runs.learn(cancelled);
      // A referral ends with the place; what comes after is programme-service's to show.
      default -> {}
    }
  }
}
