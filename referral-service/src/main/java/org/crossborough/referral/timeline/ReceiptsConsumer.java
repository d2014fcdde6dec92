package org.crossborough.referral.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.crossborough.chassis.inbox.EventsConsumer;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.SafetyEvent;
import org.crossborough.contracts.Topic;
import org.hibernate.Session;

/** Keeps when receipts came; the referral itself knows the latest only, and not since when. */
@ApplicationScoped
class ReceiptsConsumer implements EventsConsumer {

  private final Session database;

  ReceiptsConsumer(Session database) {
    this.database = database;
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.SAFETY_EVENTS);
  }

  @Override
  public void on(Event event) {
    if (event instanceof SafetyEvent.AtRiskReceived received) {
      String sql =
          """
          insert into known_receipt (receipt_id, referral_id, borough_code, person_count, received_at)
          select :receipt, id, referring_borough_code, :count, :at from referral where id = :referral
          on conflict do nothing
          """;
      database
          .createNativeMutationQuery(sql)
          .setParameter("receipt", received.receiptId())
          .setParameter("referral", received.referralId())
          .setParameter("count", received.personCount())
          .setParameter("at", received.occurredAt())
          .executeUpdate();
    }
  }
}
