package org.crossborough.safety.access;

import org.crossborough.chassis.problem.ProblemType;

/** What is refused before anything is looked at. */
enum AccessProblem implements ProblemType {
  INSUFFICIENT_USER_AUTHENTICATION(401, "A stronger sign-in is required"),
  UNBOUND_TOKEN(401, "The token is not bound to a key"),
  INVALID_PROOF(401, "The proof does not fit the token and the request"),
  SEARCHED_TOO_OFTEN(429, "Nobody searches this often");

  private final int status;
  private final String title;

  AccessProblem(int status, String title) {
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
}
