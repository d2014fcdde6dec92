package org.crossborough.referral.rights;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about a man's data. */
enum RightsProblem implements ProblemType {
  LEGAL_HOLD(409, "A legal hold keeps the data"),
  STILL_OPEN(409, "The referral has not ended"),
  RETENTION_REQUIRED(409, "The data must be kept for longer"),
  NOT_DUE(409, "The data is not due for review"),
  ALREADY_ERASED(409, "The man was erased before"),
  ALREADY_ON_HOLD(409, "A legal hold is on the referral already"),
  HOLD_NOT_FOUND(404, "Legal hold not found"),
  ALREADY_LIFTED(409, "The legal hold was lifted before");

  private final int status;
  private final String title;

  RightsProblem(int status, String title) {
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
