package org.crossborough.outcomes.rebuild;

import org.crossborough.chassis.problem.ProblemType;

/** What a rebuild can be refused for. */
enum RebuildProblem implements ProblemType {
  NOT_FOUND(404, "No such rebuild"),
  RUNNING_ALREADY(409, "A rebuild is running");

  private final int status;
  private final String title;

  RebuildProblem(int status, String title) {
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
