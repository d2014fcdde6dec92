package org.crossborough.chassis.inbox;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.crossborough.chassis.http.Correlation;
import org.crossborough.chassis.http.TraceParent;
import org.crossborough.chassis.problem.DatabaseFault;
import org.crossborough.chassis.problem.Trace;
import org.crossborough.chassis.tenancy.SystemWork;
import org.crossborough.contracts.Topic;
import org.jboss.logging.Logger;

/**
 * Applies records: many in one transaction while all goes well, one by one when something fails, so
 * that a record which cannot be applied is parked and blocks nobody behind it.
 */
@ApplicationScoped
class InboxApplier {

  private static final Logger LOG = Logger.getLogger(InboxApplier.class);

  private final InboxLedger ledger;
  private final List<EventsConsumer> consumers;
  private final InboxConfig config;
  private final Stoppage stoppage;

  InboxApplier(
      InboxLedger ledger,
      @All List<EventsConsumer> consumers,
      InboxConfig config,
      Stoppage stoppage) {
    this.ledger = ledger;
    this.consumers = consumers;
    this.config = config;
    this.stoppage = stoppage;
  }

  Set<Topic> topics() {
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    consumers.forEach(consumer -> topics.addAll(consumer.topics()));
    return topics;
  }

  void apply(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException {
    try {
      inTransaction(() -> applyOrThrow(records));
      stoppage.isOver();
    } catch (RuntimeException failure) {
      LOG.debugf("Applying %d records one by one", records.size());
      for (ConsumerRecord<byte[], byte[]> record : records) {
        applyAlone(record);
      }
    }
  }

  private void applyAlone(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
    int attempts = 0;
    while (true) {
      try {
        inTransaction(() -> applyOrThrow(List.of(record)));
        stoppage.isOver();
        return;
      } catch (RuntimeException failure) {
        // The record's own fault is given up on; the database's is waited out.
        boolean waits = DatabaseFault.isItsOwnBehind(failure);
        boolean hopeless = failure instanceof PoisonException;
        if (hopeless || (!waits && ++attempts >= config.attempts())) {
          park(record, reason(failure), failure);
          return;
        }
        if (waits) {
          stoppage.lasts(failure);
        }
        Thread.sleep(config.retryAfter());
      }
    }
  }

  private void applyOrThrow(List<ConsumerRecord<byte[], byte[]>> records) {
    ledger.firstTime(records.stream().map(InboxApplier::read).toList()).forEach(this::hand);
    ledger.passed(records);
  }

  private static Delivery read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Delivery.of(record);
    } catch (Delivery.Unreadable unreadable) {
      throw new PoisonException(String.valueOf(unreadable.getMessage()));
    }
  }

  private void hand(Delivery delivery) {
    if (delivery.correlationId() != null) {
      Correlation.begin(delivery.correlationId());
    }
    TraceParent.begin(delivery.traceParent());
    try {
      for (EventsConsumer consumer : consumers) {
        if (consumer.topics().contains(delivery.topic())) {
          consumer.on(delivery.event());
        }
      }
    } finally {
      TraceParent.end();
      Correlation.end();
    }
  }

  private void park(
      ConsumerRecord<byte[], byte[]> record, String reason, RuntimeException failure) {
    inTransaction(() -> {
      ledger.park(record, null, Delivery.header(record, "ce_type"), reason);
      ledger.passed(List.of(record));
    });
    LOG.errorf(
        "Parked an event that cannot be applied: %s-%d offset %d, %s: %s",
        record.topic(), record.partition(), record.offset(), reason, Trace.of(failure));
  }

  private static String reason(RuntimeException failure) {
    return failure instanceof PoisonException poison
        ? poison.reason
        : "REFUSED_BY_" + failure.getClass().getSimpleName();
  }

  private static void inTransaction(Runnable work) {
    SystemWork.run(() -> QuarkusTransaction.requiringNew().run(work));
  }

  /** A record that no number of tries can make readable. */
  private static final class PoisonException extends RuntimeException {

    private final String reason;

    PoisonException(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
