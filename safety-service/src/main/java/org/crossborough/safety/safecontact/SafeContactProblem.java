package org.crossborough.safety.safecontact;

import org.crossborough.chassis.problem.ProblemType;

/** What the editing of a person's record can refuse. */
enum SafeContactProblem implements ProblemType {
  TOO_MANY_POINTS(409, "She has too many contact points");

  private final int status;
  private final String title;

  SafeContactProblem(int status, String title) {
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
