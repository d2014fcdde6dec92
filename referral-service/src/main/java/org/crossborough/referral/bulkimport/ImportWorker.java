package org.crossborough.referral.bulkimport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crossborough.chassis.problem.Trace;
import org.crossborough.chassis.tenancy.SystemWork;
import org.jboss.logging.Logger;

/**
 * Works on imports, the oldest first. What a process leaves behind when it dies, another goes on
 * with once the lease has run out, row by row where it ended.
 */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final ReferralImports imports;
  private final ReferRows rows;
  private final ImportConfig config;
  private final Clock clock;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;
  private volatile Instant tidyAt = Instant.MIN;

  ImportWorker(ReferralImports imports, ReferRows rows, ImportConfig config, Clock clock) {
    this.imports = imports;
    this.rows = rows;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    begin();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    end();
  }

  void begin() {
    running = true;
    for (int i = 0; i < config.workers(); i++) {
      // No virtual thread: interrupting one in the middle of a statement closes its connection.
      threads.add(Thread.ofPlatform().daemon().name("import-worker-" + i).start(this::run));
    }
  }

  /** Ends when the transaction that is open has ended; what else there is to do stays undone. */
  void end() throws InterruptedException {
    running = false;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      thread.join(Duration.ofSeconds(5));
    }
    threads.clear();
  }

  private void run() {
    while (running) {
      try {
        SystemWork.run(this::round);
        Thread.sleep(config.poll());
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failure) {
        if (running) {
          // The lease runs out, and the rest is dealt with then.
          LOG.warnf("An import waits: %s", Trace.of(failure));
        }
        if (!rested()) {
          return;
        }
      }
    }
  }

  private static boolean rested() {
    try {
      Thread.sleep(AFTER_FAILURE);
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }

  private void round() {
    Optional<ReferralImport> bulk = lease();
    while (bulk.isPresent()) {
      workOn(bulk.get());
      bulk = lease();
    }
    tidy();
  }

  private Optional<ReferralImport> lease() {
    return running
        ? QuarkusTransaction.requiringNew().call(() -> imports.lease(now(), config.lease()))
        : Optional.empty();
  }

  private void workOn(ReferralImport bulk) {
    Instant renewAt = now().plus(config.lease().dividedBy(2));
    while (running && rows.next(bulk, config.rowsPerTransaction()) > 0) {
      if (now().isAfter(renewAt)) {
        Instant until = now().plus(config.lease());
        QuarkusTransaction.requiringNew().run(() -> imports.renew(bulk.id(), until));
        renewAt = now().plus(config.lease().dividedBy(2));
      }
    }
    if (running) {
      QuarkusTransaction.requiringNew().run(() -> imports.finish(bulk.id(), now()));
    }
  }

  private void tidy() {
    Instant now = now();
    if (now.isAfter(tidyAt)) {
      tidyAt = now.plus(TIDY_EVERY);
      int forgotten =
          QuarkusTransaction.requiringNew()
              .call(() -> imports.forgetBefore(now.minus(config.keepFor())));
      LOG.debugf("Forgot %d imports", forgotten);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
