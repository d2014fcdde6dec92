package org.crossborough.safety.aggregate;

import org.crossborough.chassis.problem.ProblemType;

/** What the publishing of figures refuses. */
enum AggregatesProblem implements ProblemType {
  ALREADY_PUBLISHED(409, "The figures of this period are published and stay as they are"),
  YEAR_PUBLISHED(409, "The figures of the whole year are published");

  private final int status;
  private final String title;

  AggregatesProblem(int status, String title) {
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
