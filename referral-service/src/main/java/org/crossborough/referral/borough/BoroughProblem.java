package org.crossborough.referral.borough;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about a borough in the register. */
enum BoroughProblem implements ProblemType {
  NOT_FOUND(404, "Borough not found"),
  PARTICIPATION_NOT_FOUND(404, "Period of participation not found"),
  PARTICIPATION_OVERLAPS(409, "The borough takes part on some of these days already"),
  PARTICIPATION_ENDED(409, "The period has ended already");

  private final int status;
  private final String title;

  BoroughProblem(int status, String title) {
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
