package org.crossborough.safety.request;

import org.crossborough.chassis.problem.ProblemType;

/** What a request about her own record can refuse. */
enum SurvivorRequestProblem implements ProblemType {
  ALREADY_DECIDED(409, "The request is decided");

  private final int status;
  private final String title;

  SurvivorRequestProblem(int status, String title) {
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
