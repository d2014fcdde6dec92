package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.Topic;

/** Learns from programme-service which runs there are and who attended what. */
@ApplicationScoped
class ProgrammeEventsConsumer implements EventsConsumer {

  private final KnownRuns runs;
  private final Participations participations;
  private final Attendances attendances;

  ProgrammeEventsConsumer(KnownRuns runs, Participations participations, Attendances attendances) {
    this.runs = runs;
    this.participations = participations;
    this.attendances = attendances;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ProgrammeEvent programme) {
      apply(programme);
    }
  }

  private void apply(ProgrammeEvent event) {
    switch (event) {
      case RunScheduled e -> runs.remember(e);
      case EnrolmentPlanned e -> participations.placed(e.referralId(), e.personId(), e.runId());
      case AttendanceRecorded e -> attended(e);
      case EnrolmentExited e -> participations.ended(e.referralId(), e.runId(), e.exitedOn());
      case EnrolmentCompleted e -> participations.ended(e.referralId(), e.runId(), e.completedOn());
      // Whether he started follows from the attendances, which a correction may still change.
      default -> {}
    }
  }

  private void attended(AttendanceRecorded attendance) {
    if (attendances.take(attendance)) {
      participations.attended(attendance.referralId(), attendance.runId());
    }
  }
}
