package org.crossborough.referral.review;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about a programme review. */
enum ProgrammeReviewProblem implements ProblemType {
  NOT_FOUND(404, "Programme review not found"),
  OVER(409, "The programme review is over");

  private final int status;
  private final String title;

  ProgrammeReviewProblem(int status, String title) {
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
