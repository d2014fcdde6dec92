package org.crossborough.chassis.http;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The id that ties together everything one request caused, in logs, events and refusals. */
public final class Correlation {

  /** The header that carries it, in both directions. */
  public static final String HEADER = "X-Correlation-ID";

  private static final String KEY = "correlationId";

  private Correlation() {}

  /** The id of the work being done now. */
  public static @Nullable String current() {
    return MDC.get(KEY) instanceof String id ? id : null;
  }

  /** Makes {@code id} the one of the work that follows on this thread of work. */
  public static void begin(String id) {
    MDC.put(KEY, id);
  }

  /** Ends what {@link #begin} began. */
  public static void end() {
    MDC.remove(KEY);
  }
}
