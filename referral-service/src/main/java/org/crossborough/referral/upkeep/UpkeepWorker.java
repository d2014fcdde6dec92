package org.crossborough.referral.upkeep;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.crossborough.chassis.problem.Trace;
import org.crossborough.chassis.tenancy.SystemWork;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Works off the notes, for as long as the service runs. */
@ApplicationScoped
class UpkeepWorker {

  private static final Logger LOG = Logger.getLogger(UpkeepWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final UpkeepNotes notes;
  private final UpkeepConfig config;
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile boolean more;

  UpkeepWorker(UpkeepNotes notes, UpkeepConfig config) {
    this.notes = notes;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    running = true;
    thread = Thread.ofPlatform().name("referral-upkeep").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    if (thread != null) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(5));
    }
  }

  private void run() {
    while (running) {
      try {
        SystemWork.run(() -> more = notes.workOff());
        if (!more) {
          Thread.sleep(config.poll());
        }
      } catch (InterruptedException stopping) {
        return;
      } catch (RuntimeException failure) {
        // The notes stay where they are; a worker that gives up would leave lists behind for good.
        LOG.warnf("Upkeep of referrals waits: %s", Trace.of(failure));
        if (!rest()) {
          return;
        }
      }
    }
  }

  private static boolean rest() {
    try {
      Thread.sleep(AFTER_FAILURE);
      return true;
    } catch (InterruptedException stopping) {
      return false;
    }
  }
}
