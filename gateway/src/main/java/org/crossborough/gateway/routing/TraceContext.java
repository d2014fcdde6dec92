package org.crossborough.gateway.routing;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caller's trace goes on, or a new one begins (W3C Trace Context, level 1). */
final class TraceContext {

  private static final String PARENT = "traceparent";
  private static final String STATE = "tracestate";
  private static final Pattern VALID =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
  private static final int STATE_LIMIT = 512;

  private TraceContext() {}

  /** Names the gateway as the parent of what the service will do. */
  static void pass(MultiMap headers) {
    String given = headers.get(PARENT);
    Matcher valid = VALID.matcher(given == null ? "" : given);
    boolean goesOn = valid.matches() && headers.getAll(PARENT).size() == 1;
    String trace = goesOn ? valid.group(1) : random(2);
    String flags = goesOn ? valid.group(2) : "00";
    headers.set(PARENT, "00-" + trace + "-" + random(1) + "-" + flags);
    if (!goesOn || isTooLong(headers.get(STATE))) {
      headers.remove(STATE);
    }
  }

  private static boolean isTooLong(@Nullable String state) {
    return state != null && state.length() > STATE_LIMIT;
  }

  /** Never all zeros, which means that there is none. */
  private static String random(int longs) {
    StringBuilder hex = new StringBuilder();
    for (int part = 0; part < longs; part++) {
      hex.append(
          HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE)));
    }
    return hex.toString();
  }
}
