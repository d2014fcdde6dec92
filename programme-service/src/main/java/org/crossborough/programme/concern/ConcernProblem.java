package org.crossborough.programme.concern;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum ConcernProblem implements ProblemType {
  SESSION_NOT_HELD(409, "A concern about conduct needs a session that was held"),
  SESSION_NOT_HIS(409, "The session is not one of the man's run");

  private final int status;
  private final String title;

  ConcernProblem(int status, String title) {
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
