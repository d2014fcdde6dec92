package org.crossborough.platform.driver;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform said to one request. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

  /** Whether the request was carried out. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Whether the platform said: not now. */
  boolean isPassing() {
    return switch (status) {
      case 429, 502, 503, 504 -> true;
      case 409 ->
          problem().equals("/problems/request/request-in-flight")
              || problem().equals("/problems/request/conflict");
      default -> false;
    };
  }

  /** The stable type of a refusal; empty when this is none. */
  public String problem() {
    return json().path("type").asText("");
  }

  /** The version of the resource that was answered, as an entity tag; empty without one. */
  public String etag() {
    return header("ETag");
  }

  /** A header's first value; empty without one. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The body as a tree; an empty object when it is not JSON. */
  public JsonNode json() {
    return Json.tree(body);
  }

  /** The body as one of the driver's records. */
  public <T> T as(Class<T> type) {
    return Json.read(body, type);
  }

  <T> T as(TypeReference<T> type) {
    return Json.read(body, type);
  }

  /** The body as it came. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
