package org.crossborough.outcomes.returns;

import org.crossborough.chassis.problem.ProblemType;

/** What a return can be refused for. */
enum ReturnProblem implements ProblemType {
  /** There is none, or it is not the caller's: one answer for both. */
  NOT_FOUND(404, "No return of yours has this address"),
  NOT_RELEASED(409, "The period has not been released"),
  UNCHANGED(409, "The last version was made of the same release");

  private final int status;
  private final String title;

  ReturnProblem(int status, String title) {
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
