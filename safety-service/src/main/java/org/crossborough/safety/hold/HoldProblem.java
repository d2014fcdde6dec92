package org.crossborough.safety.hold;

import org.crossborough.chassis.problem.ProblemType;

/** What holds and the release to start refuse. */
enum HoldProblem implements ProblemType {
  ALREADY_LIFTED(409, "The hold was lifted before"),
  STILL_PLACED(409, "A hold still stands");

  private final int status;
  private final String title;

  HoldProblem(int status, String title) {
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
