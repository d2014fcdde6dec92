package org.crossborough.referral.equality;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.Topic;
import org.hibernate.Session;

/** Learns who started, and when first. */
@ApplicationScoped
class Starts implements EventsConsumer {

  private final Session session;

  Starts(Session session) {
    this.session = session;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.PROGRAMME_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof EnrolmentStarted started) {
      remember(started);
    }
  }

  /** Who starts again, after a transfer, started on the first of the days. */
  private void remember(EnrolmentStarted event) {
    session
        .createNativeMutationQuery(
            """
            insert into enrolment_start (referral_id, borough_code, started_on)
            select r.id, r.referring_borough_code, :day from referral r where r.id = :referral
            on conflict (referral_id)
            do update set started_on = least(enrolment_start.started_on, excluded.started_on)
            """)
        .setParameter("day", event.startedOn())
        .setParameter("referral", event.referralId())
        .executeUpdate();
  }
}
