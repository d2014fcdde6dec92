package org.crossborough.safety.conflict;

import org.crossborough.chassis.problem.ProblemType;

/** What declared conflicts refuse. */
enum ConflictProblem implements ProblemType {
  OWN_CONFLICT(409, "Nobody withdraws a conflict of their own"),
  WITHDRAWN_BEFORE(409, "The conflict was withdrawn before");

  private final int status;
  private final String title;

  ConflictProblem(int status, String title) {
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
