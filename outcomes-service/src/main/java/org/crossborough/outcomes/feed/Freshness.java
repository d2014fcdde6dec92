package org.crossborough.outcomes.feed;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are made only when the caller does not have them already (RFC 9110, If-None-Match).
 */
public final class Freshness {

  private Freshness() {}

  /**
   * 304 when the caller holds the tag, else what {@code make} makes, under the tag.
   *
   * @param tag without quotes; says all that the answer depends on
   */
  public static Response of(
      HttpHeaders request, String tag, Supplier<Response.ResponseBuilder> make) {
    boolean held = holds(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), "\"" + tag + "\"");
    Response.ResponseBuilder answer = held ? Response.notModified() : make.get();
    return answer
        .header(HttpHeaders.ETAG, "\"" + tag + "\"")
        // Kept by the reader alone, and asked for again each time.
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }

  static boolean holds(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || each.replaceFirst("^W/", "").equals(tag));
  }
}
