package org.crossborough.programme.run;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum RunProblem implements ProblemType {
  NOT_FOUND(404, "Run not found"),
  ALREADY_OVER(409, "The run is finished or cancelled");

  private final int status;
  private final String title;

  RunProblem(int status, String title) {
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
