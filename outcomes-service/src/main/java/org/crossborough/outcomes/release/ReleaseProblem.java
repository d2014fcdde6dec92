package org.crossborough.outcomes.release;

import org.crossborough.chassis.problem.ProblemType;

/** What a release can be refused for. */
public enum ReleaseProblem implements ProblemType {
  NOT_FOUND(404, "No such release"),
  PERIOD_NOT_OVER(409, "The period is not over"),
  UNCHANGED(409, "The last version shows the same"),
  WOULD_DISCLOSE(409, "Readers could work out a small number");

  private final int status;
  private final String title;

  ReleaseProblem(int status, String title) {
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
