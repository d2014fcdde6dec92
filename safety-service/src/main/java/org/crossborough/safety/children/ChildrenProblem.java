package org.crossborough.safety.children;

import org.crossborough.chassis.problem.ProblemType;

/** What the record of the children can refuse. */
enum ChildrenProblem implements ProblemType {
  TOO_MANY(409, "The case has too many children"),
  ALREADY_REMOVED(409, "The child is off the case"),
  OUTCOME_KNOWN(409, "What came of the referral is recorded");

  private final int status;
  private final String title;

  ChildrenProblem(int status, String title) {
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
