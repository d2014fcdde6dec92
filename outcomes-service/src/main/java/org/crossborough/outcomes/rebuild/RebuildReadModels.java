package org.crossborough.outcomes.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.crossborough.chassis.problem.Trace;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.chassis.tenancy.SystemWork;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Makes the read models again beside the running ones, which serve meanwhile, and puts them in
 * their place in one transaction. Only in that last one do events wait: it first hears what the
 * running ones have heard since.
 */
@ApplicationScoped
class RebuildReadModels {

  private static final Logger LOG = Logger.getLogger(RebuildReadModels.class);
  private static final int ALL_DAY_SECONDS = 86_400;

  private final Replay replay;
  private final RebuildRuns runs;
  private final Session session;
  private final Clock clock;
  private volatile boolean stopping;

  RebuildReadModels(Replay replay, RebuildRuns runs, Session session, Clock clock) {
    this.replay = replay;
    this.runs = runs;
    this.session = session;
    this.clock = clock;
  }

  void tidy(@Observes StartupEvent event) {
    inTransaction(() -> runs.interruptAll(clock.instant()));
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  /** Does the work of a run that has begun, in a thread of its own. */
  void start(UUID run) {
    Thread.ofPlatform().name("rebuild").daemon().start(() -> work(run));
  }

  private void work(UUID run) {
    try (Replay.Tape tape = replay.open()) {
      inTransaction(() -> call("begin_rebuild"));
      long read = readAll(run, tape);
      inTransaction(() -> unhurried(replay::makeRows));
      inTransaction(() -> unhurried(() -> takeOver(run, tape, read)));
    } catch (RuntimeException failure) {
      LOG.errorf("A rebuild failed: %s", Trace.of(failure));
      String kind = failure.getClass().getSimpleName();
      inTransaction(() -> runs.failed(run, kind, clock.instant()));
    }
  }

  private long readAll(UUID run, Replay.Tape tape) {
    long known = tape.length();
    long read = 0;
    while (tape.hasMore() && !stopping) {
      List<ConsumerRecord<byte[], byte[]>> records = tape.next();
      read += records.size();
      long soFar = read;
      inTransaction(() -> {
        replay.keep(records);
        runs.progressed(run, soFar, known);
      });
    }
    return read;
  }

  private void takeOver(UUID run, Replay.Tape tape, long readBefore) {
    call("hold_events");
    session
        .createNativeQuery(
            "select topic, partition, next_offset from inbox_position", Object[].class)
        .addScalar("topic", String.class)
        .addScalar("partition", Integer.class)
        .addScalar("next_offset", Long.class)
        .stream()
        .forEach(row ->
            tape.extendTo(new TopicPartition((String) row[0], (Integer) row[1]), (Long) row[2]));
    long read = readBefore;
    while (tape.hasMore() && !stopping) {
      List<ConsumerRecord<byte[], byte[]>> records = tape.next();
      read += records.size();
      replay.apply(records);
    }
    if (stopping) {
      throw new IllegalStateException("The service is stopping");
    }
    long changed =
        OneColumn.query(session, "select finish_rebuild()", Long.class).getSingleResult();
    runs.progressed(run, read, read);
    runs.done(run, changed, clock.instant());
  }

  private void call(String function) {
    var _ =
        OneColumn.query(session, "select cast(%s() as text)".formatted(function), String.class)
            .getSingleResult();
  }

  /** With statements over whole tables, which take longer than any that a caller waits for. */
  private void unhurried(Runnable work) {
    int patience = waitForAnswers((int) Duration.ofSeconds(ALL_DAY_SECONDS).toMillis());
    try {
      work.run();
    } finally {
      var _ = waitForAnswers(patience);
    }
  }

  /** So many milliseconds, in the running transaction; how many it was before. */
  private int waitForAnswers(int milliseconds) {
    return session.doReturningWork(connection -> {
      int before = connection.getNetworkTimeout();
      connection.setNetworkTimeout(Runnable::run, milliseconds);
      return before;
    });
  }

  private static void inTransaction(Runnable work) {
    SystemWork.run(() -> QuarkusTransaction.requiringNew().timeout(ALL_DAY_SECONDS).run(work));
  }
}
