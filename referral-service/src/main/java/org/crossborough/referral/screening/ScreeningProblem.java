package org.crossborough.referral.screening;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about a screening. */
public enum ScreeningProblem implements ProblemType {
  NOT_FOUND(404, "Screening not found"),
  DRAFT_NOT_FOUND(404, "Screening draft not found");

  private final int status;
  private final String title;

  ScreeningProblem(int status, String title) {
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
