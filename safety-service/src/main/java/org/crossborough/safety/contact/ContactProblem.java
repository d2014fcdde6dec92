package org.crossborough.safety.contact;

import org.crossborough.chassis.problem.ProblemType;

/** What the rules of safe contact refuse. */
enum ContactProblem implements ProblemType {
  UNSAFE_CONTACT_POINT(409, "The contact point is not safe for this"),
  OUTSIDE_SAFE_TIMES(409, "The attempt is outside the safe times");

  private final int status;
  private final String title;

  ContactProblem(int status, String title) {
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
