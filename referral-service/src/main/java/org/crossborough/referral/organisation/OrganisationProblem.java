package org.crossborough.referral.organisation;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about organisations and the machines that act for boroughs. */
enum OrganisationProblem implements ProblemType {
  NOT_FOUND(404, "Organisation not found"),
  CLIENT_NOT_FOUND(404, "Machine client not found"),
  CLIENT_REGISTERED(409, "The machine client is registered for some of these days already"),
  CLIENT_ENDED(409, "The machine client's registration has ended already");

  private final int status;
  private final String title;

  OrganisationProblem(int status, String title) {
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
