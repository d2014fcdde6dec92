package org.crossborough.referral.assessment;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about an appointment for an assessment. */
enum AssessmentProblem implements ProblemType {
  APPOINTMENT_NOT_FOUND(404, "Appointment not found"),
  APPOINTMENT_UNKNOWN(409, "The appointment is not known"),
  APPOINTMENT_CLOSED(409, "The appointment is no longer open"),
  APPOINTMENT_TO_COME(409, "The appointment has not come yet");

  private final int status;
  private final String title;

  AssessmentProblem(int status, String title) {
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
