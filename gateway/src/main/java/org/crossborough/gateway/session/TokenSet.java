package org.crossborough.gateway.session;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the identity provider has issued to one session; it never leaves the gateway.
 *
 * @param refresh absent when the provider gives none: the session then ends with the access token
 */
record TokenSet(String access, @Nullable String refresh, Instant accessEnds) {

  /** Renewed a little early, so that it does not end on its way to a service. */
  private static final int MARGIN_SECONDS = 10;

  /** As the token endpoint says it (RFC 6749, 5.1). */
  static TokenSet issued(JsonObject answer, Instant now) {
    return new TokenSet(
        answer.getString("access_token"),
        answer.getString("refresh_token"),
        now.plusSeconds(answer.getLong("expires_in", 0L)));
  }

  static TokenSet parse(String text) {
    JsonObject json = new JsonObject(text);
    return new TokenSet(
        json.getString("access"),
        json.getString("refresh"),
        Instant.ofEpochSecond(json.getLong("ends")));
  }

  String text() {
    return new JsonObject()
        .put("access", access)
        .put("refresh", refresh)
        .put("ends", accessEnds.getEpochSecond())
        .encode();
  }

  boolean isFresh(Instant now) {
    return accessEnds.minusSeconds(MARGIN_SECONDS).isAfter(now);
  }
}
