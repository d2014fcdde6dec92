package org.crossborough.platform.driver;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One request to the public API. It says everything that makes a repeat the same request, so that
 * it may be sent again for as long as nobody answers.
 *
 * @param identity the demo user or machine client whose token is sent; null for an anonymous caller
 */
public record Call(
    String method,
    String path,
    @Nullable String identity,
    Map<String, String> headers,
    byte @Nullable [] body) {

  /** Keeps the headers in one order, whatever the caller's map does. */
  public Call {
    headers = Map.copyOf(headers);
  }

  /** Reads a resource. */
  public static Call get(String path) {
    return bare("GET", path);
  }

  /** Creates or moves something; the key makes a repeat harmless. */
  public static Call post(String path, String key, Object body) {
    return bodied("POST", path, Json.bytes(body)).with("Idempotency-Key", key);
  }

  /** Replaces something; repeated with the same content it changes nothing. */
  public static Call put(String path, Object body) {
    return bodied("PUT", path, Json.bytes(body));
  }

  /** A request with any method and any bytes. */
  public static Call bodied(String method, String path, byte[] body) {
    return new Call(method, path, null, Map.of("Content-Type", "application/json"), body);
  }

  /** A request with any method and no body. */
  public static Call bare(String method, String path) {
    return new Call(method, path, null, Map.of(), null);
  }

  /** The same request by somebody. */
  public Call as(@Nullable String who) {
    return new Call(method, path, who, headers, body);
  }

  /** The same request with a header more, or with another value of it. */
  public Call with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Call(method, path, identity, more, body);
  }

  /** The same request with a header less. */
  public Call without(String header) {
    Map<String, String> less = new TreeMap<>(headers);
    less.remove(header);
    return new Call(method, path, identity, less, body);
  }

  @Override
  public String toString() {
    return method + " " + path + (identity == null ? "" : " as " + identity);
  }
}
