package org.crossborough.outcomes.top;

import org.crossborough.chassis.problem.ProblemType;

/** What a TOP can be refused for, besides single fields. */
enum TopProblem implements ProblemType {
  NOT_FOUND(404, "No such referral or record"),
  REFERENCE_USED(409, "Another record was handed in under this reference"),
  ALREADY_SUPERSEDED(409, "The record has been superseded already");

  private final int status;
  private final String title;

  TopProblem(int status, String title) {
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
