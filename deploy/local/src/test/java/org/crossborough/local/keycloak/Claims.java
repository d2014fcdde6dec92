package org.crossborough.local.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** What an access token says. */
record Claims(JsonNode json) {

  static Claims of(String token) {
    byte[] payload =
        Base64.getUrlDecoder()
            .decode(token.substring(token.indexOf('.') + 1, token.lastIndexOf('.')));
    try {
      return new Claims(new JsonMapper().readTree(payload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> audiences() {
    return texts(json.path("aud"));
  }

  List<String> roles() {
    return texts(json.path("realm_access").path("roles"));
  }

  String text(String claim) {
    return json.path(claim).asText();
  }

  long secondsToLive() {
    return json.path("exp").asLong() - json.path("iat").asLong();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
