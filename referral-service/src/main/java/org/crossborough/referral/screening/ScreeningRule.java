package org.crossborough.referral.screening;

import java.time.Instant;
import java.util.function.Predicate;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.instrument.CommonAnswers.Disclosure;
import org.crossborough.referral.instrument.CommonAnswers.LastIncident;
import org.crossborough.referral.screening.ScreeningAnswers.Interpreter;
import org.crossborough.referral.screening.ScreeningAnswers.Result;
import org.jspecify.annotations.Nullable;

/** The rules of a screening; the constant's name is the code a sender gets. */
enum ScreeningRule {
  OTHER_BOROUGH(
      "boroughCode",
      "is not the borough of the token",
      sent -> !sent.form.boroughCode().equals(sent.borough)),
  IN_FUTURE(
      "screenedAt", "has not come yet", sent -> sent.form.screenedAt().isAfter(sent.receivedAt)),
  NOT_SEEN_ALONE("seenAlone", "a man is screened alone", sent -> !sent.form.seenAlone()),
  CONFIDENTIALITY_NOT_EXPLAINED(
      "confidentialityExplained",
      "the limits of confidentiality are explained first",
      sent -> !sent.form.confidentialityExplained()),
  FAMILY_INTERPRETER(
      "interpreterUsed",
      "nobody is screened through his family",
      sent -> sent.form.interpreterUsed() == Interpreter.FAMILY),
  NOTHING_DISCLOSED(
      "result",
      "a positive result needs a disclosure answered YES",
      sent -> sent.form.result().isPositive() && !sent.form.anythingDisclosed()),
  NO_SAFEGUARDING_ACTION(
      "safeguardingActions",
      "an immediate risk needs an action",
      sent -> sent.form.immediateRiskIdentified() && !sent.form.actedOnRisk()),
  NOT_AGREED(
      "clientAgreesToReferral",
      "nobody is referred without his agreement",
      sent -> sent.form.result() == Result.POSITIVE_REFER && !sent.form.clientAgreesToReferral()),
  NOT_TO_BE_REFERRED(
      "clientAgreesToReferral",
      "a man who may be harmed himself is shown the way to a service for him, and never referred",
      sent -> sent.form.result() == Result.POSSIBLE_VICTIM && sent.form.clientAgreesToReferral()),
  CONTRADICTORY_ACTIONS(
      "safeguardingActions",
      "either something was done or nothing was required",
      sent -> sent.form.actedOnRisk() && sent.form.requiredNoAction()),
  OUTSIDE_LOOK_BACK(
      "lastIncidentBand",
      "what was disclosed for the last 12 months was not longer ago",
      sent ->
          sent.form.anythingDisclosed()
              && sent.form.lastIncidentBand() == LastIncident.GT_12_MONTHS),
  NOT_DISCLOSED(
      "lastIncidentBand",
      "an incident of the last 12 months is disclosed in one of the five answers about them",
      sent -> sent.form.everythingDenied() && sent.form.sawIncidentInLookBack()),
  CONTRADICTS_LAST_12_MONTHS(
      "disclosedEver",
      "what happened in the last 12 months has happened",
      sent -> sent.form.anythingDisclosed() && sent.form.disclosedEver() == Disclosure.NO),
  NO_RELATIONSHIP(
      "relationshipStatus",
      "what was disclosed for the last 12 months was towards a partner or ex-partner",
      sent -> sent.form.anythingDisclosed() && sent.form.hadNoRelationship()),
  NOBODY_TO_LIVE_WITH(
      "livesWithPartner",
      "there was no partner in 12 months",
      sent -> sent.form.hadNoRelationship() && Boolean.TRUE.equals(sent.form.livesWithPartner())),
  CONTAINS_CONTACT_DETAILS(
      "screeningOrganisation",
      "must not carry a telephone number, a postcode or an e-mail address",
      sent -> ContactDetails.in(sent.form.screeningOrganisation()));

  /** A screening with what it is judged by. */
  record Sent(RecordScreening form, @Nullable String borough, Instant receivedAt) {}

  private final String field;
  private final String message;
  private final Predicate<Sent> broken;

  ScreeningRule(String field, String message, Predicate<Sent> broken) {
    this.field = field;
    this.message = message;
    this.broken = broken;
  }

  /** Everything that is wrong with a screening. */
  static Findings of(Sent sent) {
    Findings findings = new Findings();
    for (ScreeningRule rule : values()) {
      findings.when(rule.broken.test(sent), rule.field, rule.name(), rule.message);
    }
    return findings;
  }
}
