package org.crossborough.safety.team;

import org.crossborough.chassis.problem.ProblemType;

/** What changes of a team refuse. */
enum TeamProblem implements ProblemType {
  CASES_CHANGE_HANDS(409, "Cases would change hands"),
  MEMBER_ALREADY(409, "The worker is in that team"),
  LEFT_BEFORE(409, "The worker has left that team before");

  private final int status;
  private final String title;

  TeamProblem(int status, String title) {
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
