package org.crossborough.gateway.refusal;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id that ties together everything one request caused, here and in every service. */
public final class Correlation {

  public static final String HEADER = "X-Correlation-ID";

  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private Correlation() {}

  /** Takes the caller's id, or makes one, and puts it on the answer. */
  public static String begin(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    String id =
        given != null && ACCEPTED.matcher(given).matches() ? given : UUID.randomUUID().toString();
    request.response().putHeader(HEADER, id);
    return id;
  }

  /** The id that {@link #begin} put on this answer. */
  public static String of(HttpServerResponse response) {
    return Objects.requireNonNull(response.headers().get(HEADER));
  }
}
