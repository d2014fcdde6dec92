package org.crossborough.safety.marac;

import org.crossborough.chassis.problem.ProblemType;

/** What a referral to the conference can refuse. */
enum MaracProblem implements ProblemType {
  BOROUGH_NOT_KNOWN(409, "Nobody knows which borough she lives in"),
  ILLEGAL_TRANSITION(409, "The referral to the conference cannot move to that status"),
  ACTION_OPEN(409, "An action that was agreed is not done"),
  ALREADY_DONE(409, "The action is done");

  private final int status;
  private final String title;

  MaracProblem(int status, String title) {
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
