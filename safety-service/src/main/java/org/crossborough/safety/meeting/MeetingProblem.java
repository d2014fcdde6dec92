package org.crossborough.safety.meeting;

import org.crossborough.chassis.problem.ProblemType;

/** What the record of a meeting can refuse. */
enum MeetingProblem implements ProblemType {
  ALREADY_DISCUSSED(409, "The case's discussion at this meeting is recorded"),
  ALREADY_DONE(409, "The action is done");

  private final int status;
  private final String title;

  MeetingProblem(int status, String title) {
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
