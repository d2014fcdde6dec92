package org.crossborough.chassis.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the work being done now, as W3C Trace Context (level 1) writes it. It goes from a
 * request into the events that the request leads to, and from there into the work of those who hear
 * them and into their events.
 */
public final class TraceParent {

  /** The header that carries it, of requests and of events. */
  public static final String HEADER = "traceparent";

  private static final String PARENT = "traceParent";
  private static final Pattern VALID =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

  private TraceParent() {}

  /**
   * What the work being done now says of itself. Work that nobody asked for is told apart from
   * other work by nothing: it has a trace as well, of its own.
   */
  public static String current() {
    return MDC.get(PARENT) instanceof String parent ? parent : anew();
  }

  /** Begins work that {@code given} has led to; a trace of its own where that is none. */
  public static void begin(@Nullable String given) {
    Matcher valid = VALID.matcher(given == null ? "" : given);
    String parent = valid.matches() ? of(valid.group(1), valid.group(2)) : anew();
    MDC.put(PARENT, parent);
  }

  private static String anew() {
    return of(random() + random(), "00");
  }

  private static String of(String trace, String flags) {
    return "00-" + trace + "-" + random() + "-" + flags;
  }

  /** Ends what {@link #begin} began. */
  public static void end() {
    MDC.remove(PARENT);
  }

  /** Never all zeros, which means that there is none. */
  private static String random() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
