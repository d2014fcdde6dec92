package org.crossborough.local.process;

import java.io.PrintStream;

/** Tells a waiting person what is going on, one line each. */
public final class Progress {

  private final PrintStream out;

  public Progress(PrintStream out) {
    this.out = out;
  }

  public void say(String subject, String what) {
    out.printf("  %-18s %s%n", subject, what);
  }
}
