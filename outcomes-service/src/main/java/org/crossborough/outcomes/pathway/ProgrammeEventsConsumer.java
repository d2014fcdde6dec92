package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent;
import org.crossborough.contracts.ProgrammeEvent.AttendanceConcernRaised;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentClosed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentPlanned;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentResumed;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ProgrammeEvent.FollowOnBegan;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunFinished;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.Topic;

/** Learns from programme-service which runs there are, who has a place and who attended what. */
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
      case RunScheduled _, RunRescheduled _, RunCancelled _, RunFinished _ -> runs.heard(event);
      case EnrolmentPlanned e -> participations.heard(e.referralId(), e);
      case EnrolmentStarted e -> participations.heard(e.referralId(), e);
      case EnrolmentNotStarted e -> participations.heard(e.referralId(), e);
      case EnrolmentSuspended e -> participations.heard(e.referralId(), e);
      case EnrolmentResumed e -> participations.heard(e.referralId(), e);
      case EnrolmentTransferred e -> participations.heard(e.referralId(), e);
      case EnrolmentExited e -> participations.heard(e.referralId(), e);
      case EnrolmentCompleted e -> participations.heard(e.referralId(), e);
      case FollowOnBegan e -> participations.heard(e.referralId(), e);
      case EnrolmentClosed e -> participations.heard(e.referralId(), e);
      case AttendanceRecorded e -> attended(e);
      // Matters of single men, which no figure counts.
      case AttendanceConcernRaised _, RiskDisclosed _ -> {}
    }
  }

  private void attended(AttendanceRecorded attendance) {
    if (Bulk.isHeard()) {
      Bulk.heard().add(attendance);
    } else if (attendances.take(List.of(attendance))) {
      participations.changed(attendance.referralId());
    }
  }
}
