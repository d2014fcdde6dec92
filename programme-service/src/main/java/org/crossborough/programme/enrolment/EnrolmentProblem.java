package org.crossborough.programme.enrolment;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum EnrolmentProblem implements ProblemType {
  NOT_FOUND(404, "Enrolment not found"),
  ILLEGAL_TRANSITION(409, "The enrolment cannot move to that status"),
  HOURS_SHORT(409, "The countable minutes are below the programme's minimum"),
  CONDITIONS_UNMET(409, "What the programme asks is not done yet"),
  PROGRAMME_REVIEW(409, "The programme is under review"),
  RUN_FULL(409, "The run has no place left"),
  NOT_TRANSFERABLE(409, "The enrolment cannot go on in that run"),
  NOT_ON_PROGRAMME(409, "The man is not on the programme any more");

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
