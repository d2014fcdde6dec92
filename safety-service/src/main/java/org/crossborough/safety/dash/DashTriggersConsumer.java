package org.crossborough.safety.dash;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentSuspended;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.contracts.Topic;
import org.crossborough.safety.task.ContactTasks;
import org.crossborough.safety.task.ContactTrigger;

/**
 * What happens on the man's side and makes an assessment of her risk an old one. Where there was
 * none, the first contact that the same event calls for is the place for it.
 */
@ApplicationScoped
class DashTriggersConsumer implements EventsConsumer {

  private final DashAssessments assessments;
  private final ContactTasks tasks;

  DashTriggersConsumer(DashAssessments assessments, ContactTasks tasks) {
    this.assessments = assessments;
    this.tasks = tasks;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    switch (event) {
      case EnrolmentStarted it -> reassess(it.referralId(), it.occurredAt());
      case EnrolmentSuspended it -> reassess(it.referralId(), it.occurredAt());
      case EnrolmentExited it -> reassess(it.referralId(), it.occurredAt());
      case RiskDisclosed it -> reassess(it.referralId(), it.occurredAt());
      default -> {}
    }
  }

  private void reassess(UUID referralId, Instant at) {
    assessments
        .assessedCases(referralId)
        .forEach(id -> tasks.raise(id, ContactTrigger.RISK_REASSESSMENT, at));
  }
}
