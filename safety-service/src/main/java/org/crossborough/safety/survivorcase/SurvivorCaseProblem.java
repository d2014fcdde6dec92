package org.crossborough.safety.survivorcase;

import org.crossborough.chassis.problem.ProblemType;

/** What a survivor case can refuse; that there is no such case is the general refusal. */
enum SurvivorCaseProblem implements ProblemType {
  PURPOSE_REQUIRED(400, "The purpose of the reading is required"),
  ILLEGAL_TRANSITION(409, "The case cannot move to that status"),
  ATTEMPTS_MISSING(409, "Not every person was tried"),
  EFFORT_TOO_SMALL(409, "Contact was not tried often enough");

  private final int status;
  private final String title;

  SurvivorCaseProblem(int status, String title) {
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
