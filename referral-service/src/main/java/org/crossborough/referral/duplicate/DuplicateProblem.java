package org.crossborough.referral.duplicate;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about possible duplicates. */
enum DuplicateProblem implements ProblemType {
  OTHER_NOT_FOUND(409, "The other referral is not known"),
  SAME_REFERRAL(409, "A referral is not a duplicate of itself");

  private final int status;
  private final String title;

  DuplicateProblem(int status, String title) {
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
