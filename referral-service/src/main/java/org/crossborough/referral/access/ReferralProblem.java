package org.crossborough.referral.access;

import org.crossborough.chassis.problem.ProblemType;

/**
 * The one refusal for a referral that is not there and for one that is somebody else's. Named as
 * the referral's own refusals are, because its type, title and detail are the same byte for byte
 * wherever a referral is asked for.
 */
enum ReferralProblem implements ProblemType {
  NOT_FOUND;

  @Override
  public int status() {
    return 404;
  }

  @Override
  public String title() {
    return "Referral not found";
  }
}
