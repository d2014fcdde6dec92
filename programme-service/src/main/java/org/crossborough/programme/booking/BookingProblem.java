package org.crossborough.programme.booking;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum BookingProblem implements ProblemType {
  ALREADY_BOOKED(409, "Somebody or some place is needed twice at the same time");

  private final int status;
  private final String title;

  BookingProblem(int status, String title) {
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
