package org.crossborough.referral.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.Topic;

/** Learns which runs there are, and who started and ended on them. */
@ApplicationScoped
class ProgrammeEventsConsumer implements EventsConsumer {

  private final KnownRuns runs;
  private final KnownEnrolments enrolments;

  ProgrammeEventsConsumer(KnownRuns runs, KnownEnrolments enrolments) {
    this.runs = runs;
    this.enrolments = enrolments;
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
      case EnrolmentStarted started -> enrolments.learn(started);
      case EnrolmentNotStarted notStarted -> enrolments.learn(notStarted);
      case EnrolmentExited exited -> enrolments.learn(exited);
      case EnrolmentCompleted completed -> enrolments.learn(completed);
      // A referral ends with the place; what else comes after is programme-service's to show.
      default -> {}
    }
  }
}
