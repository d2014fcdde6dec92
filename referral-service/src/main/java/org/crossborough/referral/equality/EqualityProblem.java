package org.crossborough.referral.equality;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about the equality profile. */
enum EqualityProblem implements ProblemType {
  NOT_FOUND(404, "Publication not found"),
  NOBODY_COUNTED(409, "There is nobody to count in that quarter"),
  ONE_BOROUGH_ONLY(403, "The token sees one borough, and the profile is that of London");

  private final int status;
  private final String title;

  EqualityProblem(int status, String title) {
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
