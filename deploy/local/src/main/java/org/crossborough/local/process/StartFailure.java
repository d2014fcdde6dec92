package org.crossborough.local.process;

/** Says which process did not start, where its log is, and how that log ends. */
public final class StartFailure extends RuntimeException {

  private static final int LINES = 15;

  StartFailure(DetachedProcess process, String reason) {
    super(
        "%s %s%nIts log: %s%n%s"
            .formatted(
                process.name(),
                reason,
                process.log(),
                String.join(System.lineSeparator(), process.lastLines(LINES))));
  }
}
