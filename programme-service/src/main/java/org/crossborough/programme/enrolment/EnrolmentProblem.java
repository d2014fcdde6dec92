package org.crossborough.programme.enrolment;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum EnrolmentProblem implements ProblemType {
  NOT_FOUND(404, "Enrolment not found"),
  ILLEGAL_TRANSITION(409, "The enrolment cannot move to that status"),
  HOURS_SHORT(409, "The countable minutes are below the programme's minimum");

  private final int status;
  private final String title;

  EnrolmentProblem(int status, String title) {
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
