package org.crossborough.referral.lifecycle;

import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;

/**
 * How a move is asked for over HTTP.
 *
 * @param caller whose work it is
 * @param path the last part of the address
 * @param body a sound one; that of an allocation still needs the run
 */
record MoveRequest(String caller, String path, String body) {

  static MoveRequest of(ReferralTransition transition) {
    return switch (transition) {
      case RECEIVE, RETURN_INCOMPLETE, COMPLETE ->
          throw new IllegalArgumentException(transition.name());
      case CLOSE_NO_RESPONSE -> new MoveRequest(COORDINATOR, "no-response-closure", "{}");
      case MARK_DUPLICATE -> new MoveRequest(COORDINATOR, "duplicate", "{}");
      case BEGIN_TRIAGE -> new MoveRequest(COORDINATOR, "triage", "{}");
      case REQUEST_AT_RISK_DETAILS -> new MoveRequest(COORDINATOR, "at-risk-request", "{}");
      case OFFER_ASSESSMENT -> new MoveRequest(COORDINATOR, "assessment-offer", "{}");
      case ASSESS -> new MoveRequest(ASSESSOR, "assessments", "{\"result\":\"SUITABLE\"}");
      case CLOSE_NO_CONTACT -> new MoveRequest(COORDINATOR, "no-contact-closure", "{}");
      case DEFER ->
          new MoveRequest(
              COORDINATOR,
              "deferral",
              """
              {"reasonCode":"CUSTODY","decidedOn":"2026-01-14","reviewOn":"2026-02-14"}
              """);
      case RESUME -> new MoveRequest(COORDINATOR, "resumption", "{}");
      case ACCEPT -> new MoveRequest(ASSESSOR, "acceptance", "{}");
      case WAIT -> new MoveRequest(COORDINATOR, "waiting", "{}");
      case ALLOCATE -> new MoveRequest(COORDINATOR, "allocation", "{\"runId\":\"%s\"}");
      case DECLINE -> new MoveRequest(COORDINATOR, "decline", reason("STAFF_SAFETY"));
      case REDIRECT -> new MoveRequest(COORDINATOR, "redirection", reason("STALKING_SERVICE"));
      case WITHDRAW -> new MoveRequest(ISLINGTON, "withdrawal", reason("MOVED_AWAY"));
      case REOPEN -> new MoveRequest(MANAGER, "reopening", reason("DECISION_REVIEWED"));
    };
  }

  private static String reason(String code) {
    return "{\"reasonCode\":\"%s\"}".formatted(code);
  }
}
