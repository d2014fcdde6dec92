package org.crossborough.referral.lifecycle;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about a referral. */
enum ReferralProblem implements ProblemType {
  NOT_FOUND(404, "Referral not found"),
  ILLEGAL_TRANSITION(409, "The referral cannot move to that status"),
  DUPLICATE_REFERENCE(409, "The external reference was used before"),
  SCREENING_NOT_FOUND(409, "The screening is not known"),
  SCREENING_NOT_POSITIVE(409, "The screening did not end in a referral"),
  SCREENING_NOT_CURRENT(409, "The screening was not made in the 90 days before the referral"),
  STILL_MISSING(409, "What the referral was returned for is still missing"),
  NOT_AMENDABLE_NOW(409, "The referral can no longer be amended in that way"),
  ASSESSMENT_LIMIT(409, "The referral has had all its assessments"),
  AT_RISK_RECEIPT_MISSING(409, "No receipt for at-risk details is on the referral"),
  ASSESSMENT_NOT_SUITABLE(409, "The last assessment did not find the man suitable"),
  CONFIDENTIALITY_AGREEMENT_MISSING(409, "No confidentiality agreement was signed"),
  PROGRAMME_REVIEW(409, "The referral is under review"),
  BOROUGH_NOT_PARTICIPATING(409, "Neither borough takes part on that day"),
  ERASED(409, "The man of this referral was erased"),
  UNKNOWN_RUN(409, "The run is not known"),
  RUN_CANCELLED(409, "The run does not take place"),
  NOT_SENT_TWICE(409, "The borough has sent no other referral that may be of this man"),
  TOO_FEW_APPOINTMENTS_MISSED(409, "Contact does not count as lost yet"),
  NOT_OPEN(409, "The referral has ended or has its place"),
  NOT_WAITING(409, "The referral is not on the waiting list"),
  REOPENING_TOO_LATE(409, "The referral ended too long ago to be opened again");

  private final int status;
  private final String title;

  ReferralProblem(int status, String title) {
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
