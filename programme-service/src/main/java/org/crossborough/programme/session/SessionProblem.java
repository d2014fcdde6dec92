package org.crossborough.programme.session;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum SessionProblem implements ProblemType {
  NOT_FOUND(404, "Session not found"),
  ILLEGAL_TRANSITION(409, "The session cannot move to that status"),
  NOT_YET_DUE(409, "The session lies in the future");

  private final int status;
  private final String title;

  SessionProblem(int status, String title) {
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
