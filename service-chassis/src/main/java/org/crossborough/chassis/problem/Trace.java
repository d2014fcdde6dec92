package org.crossborough.chassis.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may tell it: what and where, without the messages, since those of a driver, a
 * parser or a validator quote the data that they failed on.
 */
public final class Trace {

  private static final int CAUSES = 5;
  private static final int FRAMES = 12;

  private Trace() {}

  /** The failure and its causes, by type and place. */
  public static String of(@Nullable Throwable failure) {
    return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(CAUSES)
        .map(Trace::told)
        .collect(Collectors.joining("\n  because of "));
  }

  private static String told(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .limit(FRAMES)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining("", cause.getClass().getName(), ""));
  }
}
