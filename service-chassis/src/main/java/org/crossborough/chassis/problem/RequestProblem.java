package org.crossborough.chassis.problem;

/** What any service can refuse, whatever it is about. */
public enum RequestProblem implements ProblemType {
  MALFORMED_BODY(400, "The body cannot be read"),
  INVALID(400, "The request breaks a rule"),
  INVALID_CURSOR(400, "The cursor was not issued here"),
  IDEMPOTENCY_KEY_REQUIRED(400, "An Idempotency-Key header is required"),
  UNAUTHENTICATED(401, "No valid token was presented"),
  FORBIDDEN(403, "The token does not allow this"),
  ROLE_CONFLICT(403, "The token holds roles of both sides"),
  NOT_FOUND(404, "Nothing is known under this address"),
  METHOD_NOT_ALLOWED(405, "The address does not take this method"),
  NOT_ACCEPTABLE(406, "The answer is not available in that form"),
  CONFLICT(409, "Somebody else changed this at the same moment"),
  REQUEST_IN_FLIGHT(409, "The same request is still being worked on"),
  STALE(412, "The resource has changed since it was read"),
  TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not taken here"),
  IDEMPOTENCY_KEY_REUSED(422, "The key was used for another request"),
  PRECONDITION_REQUIRED(428, "An If-Match header is required"),
  UNEXPECTED(500, "Something unexpected happened"),
  UNAVAILABLE(503, "A part this request needs is not available");

  private final int status;
  private final String title;

  RequestProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  /** The general refusal of an HTTP status; other client errors are {@link #INVALID}. */
  static RequestProblem ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHENTICATED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 412 -> STALE;
      case 413 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 428 -> PRECONDITION_REQUIRED;
      case 503 -> UNAVAILABLE;
      default -> status >= 500 ? UNEXPECTED : INVALID;
    };
  }
}
