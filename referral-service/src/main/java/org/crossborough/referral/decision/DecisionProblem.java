package org.crossborough.referral.decision;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about the reason of a decision. */
enum DecisionProblem implements ProblemType {
  REASON_OF_ANOTHER_ENDING(422, "The reason belongs to another ending");

  private final int status;
  private final String title;

  DecisionProblem(int status, String title) {
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
