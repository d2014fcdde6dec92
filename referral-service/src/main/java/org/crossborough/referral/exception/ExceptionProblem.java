package org.crossborough.referral.exception;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about an exception to the receipt. */
enum ExceptionProblem implements ProblemType {
  NOT_FOUND(404, "Exception not found"),
  ALREADY_PROPOSED(409, "Another exception is open or stands"),
  ALREADY_DECIDED(409, "The exception is no longer open"),
  SAME_PERSON(409, "Whoever proposed an exception does not decide on it"),
  NOT_THE_PROPOSER(409, "Only whoever proposed an exception withdraws it");

  private final int status;
  private final String title;

  ExceptionProblem(int status, String title) {
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
