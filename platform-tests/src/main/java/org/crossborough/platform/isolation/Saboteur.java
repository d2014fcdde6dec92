package org.crossborough.platform.isolation;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.crossborough.local.RunningPlatform;
import org.crossborough.platform.demo.Progress;

/** Ends processes as a crash would while a story is being told, and has them started again. */
final class Saboteur implements Progress {

  private static final int UNDER_WAY = 2;

  private final RunningPlatform platform;
  private final Map<String, String> victims;
  private final Consumer<String> voice;
  private final Queue<CompletableFuture<Void>> repairs = new ConcurrentLinkedQueue<>();

  /**
   * @param victims the process to end, by the phase in which to do it
   */
  Saboteur(RunningPlatform platform, Map<String, String> victims, Consumer<String> voice) {
    this.platform = platform;
    this.victims = Map.copyOf(victims);
    this.voice = voice;
  }

  @Override
  public void at(String phase, int done, int of) {
    String victim = victims.get(phase);
    if (victim != null && done == UNDER_WAY) {
      voice.accept("killing " + victim + " while: " + phase);
      // Not on the story's own thread, so that it meets the failure; one repair after the other.
      repairs.add(CompletableFuture.runAsync(() -> killAndRepair(victim)));
    }
  }

  private synchronized void killAndRepair(String victim) {
    platform.kill9(victim);
    platform.up();
  }

  /** Returns when everything runs again, and says how many were killed. */
  int awaitRepairs() {
    List.copyOf(repairs).forEach(CompletableFuture::join);
    return repairs.size();
  }
}
