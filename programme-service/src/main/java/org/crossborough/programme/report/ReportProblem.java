package org.crossborough.programme.report;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum ReportProblem implements ProblemType {
  NOT_COMPLETED(409, "The man has not completed the programme");

  private final int status;
  private final String title;

  ReportProblem(int status, String title) {
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
