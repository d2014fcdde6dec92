package org.crossborough.programme.calendar;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum CalendarProblem implements ProblemType {
  NOT_FOUND(404, "Facilitator not found");

  private final int status;
  private final String title;

  CalendarProblem(int status, String title) {
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
