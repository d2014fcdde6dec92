package org.crossborough.safety.intake;

import org.crossborough.chassis.problem.ProblemType;

/**
 * What the intake refuses: to senders one answer for everything, since any other would explain; to
 * reviewers of the quarantine what they need to know.
 */
enum IntakeProblem implements ProblemType {
  UNREADABLE_ENVELOPE(400, "The envelope cannot be read"),
  REVIEWED_BEFORE(409, "The hand-over was reviewed before");

  private final int status;
  private final String title;

  IntakeProblem(int status, String title) {
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
