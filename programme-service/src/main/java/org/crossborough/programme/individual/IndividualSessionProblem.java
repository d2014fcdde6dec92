package org.crossborough.programme.individual;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum IndividualSessionProblem implements ProblemType {
  NOT_FOUND(404, "Individual session not found"),
  NOT_BEFORE_GROUP(409, "Individual sessions come before the group"),
  UNDER_REVIEW(409, "The programme is under review");

  private final int status;
  private final String title;

  IndividualSessionProblem(int status, String title) {
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
