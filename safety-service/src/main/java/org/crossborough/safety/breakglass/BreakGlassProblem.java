package org.crossborough.safety.breakglass;

import org.crossborough.chassis.problem.ProblemType;

/** What the emergency way refuses. */
enum BreakGlassProblem implements ProblemType {
  TWO_PEOPLE_REQUIRED(409, "Nobody decides on their own request"),
  REVIEW_OUTSTANDING(409, "The last use has not been reviewed"),
  DECIDED_BEFORE(409, "The request was decided before"),
  NOTHING_TO_REVIEW(409, "There is nothing to review");

  private final int status;
  private final String title;

  BreakGlassProblem(int status, String title) {
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
