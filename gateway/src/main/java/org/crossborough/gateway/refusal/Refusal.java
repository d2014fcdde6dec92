package org.crossborough.gateway.refusal;

import java.util.Locale;

/** Everything the gateway refuses by itself; type, title and code match what the services say. */
public enum Refusal {
  UNAUTHENTICATED("request", 401, "No valid token was presented"),
  INVALID_PROOF("request", 401, "The token is bound to a key that did not sign this request"),
  SESSION_REQUIRED("session", 401, "Nobody is signed in"),
  FORBIDDEN("request", 403, "The token does not allow this"),
  ROLE_CONFLICT("request", 403, "The token holds roles of both sides"),
  CROSS_SITE("session", 403, "The request does not come from the front end itself"),
  NOT_FOUND("request", 404, "Nothing is known under this address"),
  ADDRESS_TOO_LONG("request", 414, "The address is too long"),
  TOO_LARGE("request", 413, "The body is too large"),
  TOO_SLOW("request", 408, "The request did not arrive in time"),
  TOO_MANY_REQUESTS("gateway", 429, "More requests came than are allowed"),
  SIGN_IN_FAILED("session", 400, "The sign-in could not be completed"),
  SERVICE_UNAVAILABLE("gateway", 503, "A service this request needs is not available"),
  SERVICE_TIMEOUT("gateway", 504, "A service this request needs did not answer in time");

  private final String feature;
  private final int status;
  private final String title;

  Refusal(String feature, int status, String title) {
    this.feature = feature;
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  /** What is refused, in words that never change with the request. */
  public String title() {
    return title;
  }

  /** The last part of {@link #type()}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String type() {
    return "/problems/" + feature + "/" + code();
  }

  /** The RFC 9457 document; {@code correlationId} must already be of the accepted form. */
  String document(String correlationId) {
    return """
    {"type":"%s","title":"%s","status":%d,"code":"%s","correlationId":"%s"}\
    """
        .formatted(type(), title, status, code(), correlationId);
  }
}
