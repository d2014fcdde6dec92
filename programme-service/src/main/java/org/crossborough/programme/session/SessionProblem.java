package org.crossborough.programme.session;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum SessionProblem implements ProblemType {
  NOT_FOUND(404, "Session not found"),
  ILLEGAL_TRANSITION(409, "The session cannot move to that status"),
  NOT_YET_DUE(409, "The session lies in the future"),
  OUT_OF_ORDER(409, "The session would not keep its place between those before and after it"),
  NO_WORKING_DAY(409, "A session would fall on a day that is not planned on"),
  LAST_SESSION(409, "The run has no other session");

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
