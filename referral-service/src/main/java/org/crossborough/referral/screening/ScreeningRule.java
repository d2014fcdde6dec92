package org.crossborough.referral.screening;

import java.time.Instant;
import java.util.function.Predicate;
import org.crossborough.referral.form.Findings;
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
      sent -> sent.form.result() == Result.POSITIVE_REFER && !sent.form.clientAgreesToReferral());

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
