package org.crossborough.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** How a process is asked to end. */
public enum StopSignal {
  TERMINATE("TERM"),
  /** PostgreSQL's fast shutdown; a plain termination would wait for every client to leave. */
  INTERRUPT("INT");

  private final String signal;

  StopSignal(String signal) {
    this.signal = signal;
  }

  void sendTo(ProcessHandle process) {
    try {
      Process kill =
          new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
              .redirectErrorStream(true)
              .start();
      // It may have ended in between: then there is nobody to tell, and nothing to do.
      int ignored = kill.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
