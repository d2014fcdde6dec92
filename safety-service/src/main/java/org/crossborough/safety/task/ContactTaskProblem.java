package org.crossborough.safety.task;

import org.crossborough.chassis.problem.ProblemType;

/** What a task can refuse. */
enum ContactTaskProblem implements ProblemType {
  ALREADY_DONE(409, "The task is done"),
  NEEDS_AN_ATTEMPT(409, "Only an attempt to reach her does this task");

  private final int status;
  private final String title;

  ContactTaskProblem(int status, String title) {
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
