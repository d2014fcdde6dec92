package org.crossborough.programme.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.Topic;
import org.crossborough.programme.run.ScheduledRuns;
import org.crossborough.programme.staff.Act;

/** Turns an allocation into an enrolment; every other fact about a referral is left alone. */
@ApplicationScoped
class ReferralEventsConsumer implements EventsConsumer {

  private final Enrolments enrolments;
  private final ScheduledRuns runs;
  private final Outbox outbox;

  ReferralEventsConsumer(Enrolments enrolments, ScheduledRuns runs, Outbox outbox) {
    this.enrolments = enrolments;
    this.runs = runs;
    this.outbox = outbox;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.REFERRAL_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof ReferralAllocated allocated
        && enrolments.ofReferral(allocated.referralId()).isEmpty()) {
      enrol(allocated);
    }
  }

  private void enrol(ReferralAllocated allocated) {
    Act act = new Act(Topic.REFERRAL_EVENTS.producer(), allocated.occurredAt());
    Enrolment enrolment =
        Enrolment.of(
            allocated.referralId(), allocated.personId(), runs.get(allocated.runId()), act);
    enrolments.persist(enrolment);
    outbox.publish(enrolment.planned(allocated.occurredAt()));
  }
}
