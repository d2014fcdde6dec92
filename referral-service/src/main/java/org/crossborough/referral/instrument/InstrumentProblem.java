package org.crossborough.referral.instrument;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about instruments. */
enum InstrumentProblem implements ProblemType {
  NOT_FOUND(404, "Screening instrument not found"),
  DEFINITION_DIFFERS(409, "Another definition of this version was used before");

  private final int status;
  private final String title;

  InstrumentProblem(int status, String title) {
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
