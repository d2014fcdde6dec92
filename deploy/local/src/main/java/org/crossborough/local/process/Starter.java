package org.crossborough.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Brings servers to the point where they answer, and stops them. */
public final class Starter {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

  /** A live process that was asked for nothing yet may still be on its way up. */
  private static final Duration RECOVERY_PATIENCE = Duration.ofSeconds(20);

  private final Progress progress;

  public Starter(Progress progress) {
    this.progress = progress;
  }

  /** Leaves alone what runs and answers; starts what does not. */
  public void ensure(Server server) {
    ensure(server, () -> true);
  }

  /**
   * The same, but no longer than it is of use.
   *
   * @param useful turns false when what the server waits for will not come
   */
  public void ensure(Server server, BooleanSupplier useful) {
    server.prepare();
    Launch launch = server.launch();
    DetachedProcess process = server.process();
    if (process.runs(launch) && answersWithin(server, RECOVERY_PATIENCE, useful)) {
      progress.say(process.name(), "is running");
    } else {
      stop(server);
      start(server, launch, useful);
    }
    server.settle();
  }

  public void stop(Server server) {
    DetachedProcess process = server.process();
    if (process.isRunning()) {
      progress.say(process.name(), "stopping");
      process.stop(server.stopSignal(), STOP_PATIENCE);
    }
  }

  private void start(Server server, Launch launch, BooleanSupplier useful) {
    DetachedProcess process = server.process();
    progress.say(process.name(), "starting");
    long start = System.nanoTime();
    if (server.answers()) {
      throw new StartFailure(process, "cannot start: another program answers on its port");
    }
    process.start(launch);
    if (!answersWithin(server, server.startPatience(), useful)) {
      progress.say(process.name(), "does not start");
      String reason = process.isRunning() ? "does not answer" : "ended while starting";
      throw new StartFailure(process, reason);
    }
    progress.say(process.name(), "ready after %.1f s".formatted((System.nanoTime() - start) / 1e9));
  }

  private static boolean answersWithin(Server server, Duration patience, BooleanSupplier useful) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && useful.getAsBoolean() && server.process().isRunning()) {
      if (server.answers()) {
        return true;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return false;
  }
}
