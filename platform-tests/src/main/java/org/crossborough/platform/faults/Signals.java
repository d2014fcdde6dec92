package org.crossborough.platform.faults;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;

/** Makes a process stand still, and lets it go on. */
final class Signals {

  private final RunningPlatform platform;

  Signals(RunningPlatform platform) {
    this.platform = platform;
  }

  void stop(String process) {
    send(process, "STOP");
  }

  void goOn(String process) {
    send(process, "CONT");
  }

  /** To a process and all that it has started: a database server is many. */
  private void send(String process, String name) {
    ProcessHandle handle = ProcessHandle.of(platform.pidOf(process)).orElseThrow();
    List<String> pids =
        Stream.concat(Stream.of(handle), handle.descendants())
            .map(one -> Long.toString(one.pid()))
            .toList();
    // A session that ended in between is one that nobody has to wake.
    int _ = exitOf(Stream.concat(Stream.of("kill", "-" + name), pids.stream()).toList());
  }

  /** Runs a program of the machine's, and returns what it ends with. */
  static int exitOf(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot run " + command.getFirst(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
