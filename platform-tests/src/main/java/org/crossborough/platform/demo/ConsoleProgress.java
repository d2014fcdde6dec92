package org.crossborough.platform.demo;

import java.io.PrintStream;

/** Counts on one line a phase, in place where a person looks on. */
final class ConsoleProgress implements Progress {

  private final PrintStream out;
  private final boolean inPlace;
  private long phaseStart;

  ConsoleProgress(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  @Override
  public void at(String phase, int done, int of) {
    if (done == 0) {
      phaseStart = System.nanoTime();
    }
    String line = "  %2d/%-2d  %s".formatted(done, of, phase);
    if (done == of) {
      String padded = "%-60s%6.1f s".formatted(line, (System.nanoTime() - phaseStart) / 1e9);
      out.println((inPlace ? "\r" : "") + padded);
    } else if (inPlace) {
      out.print("\r" + line);
      out.flush();
    }
  }

  /** A word in between. */
  void say(String what) {
    out.println((inPlace ? "\r" : "") + "  ...    " + what);
  }
}
