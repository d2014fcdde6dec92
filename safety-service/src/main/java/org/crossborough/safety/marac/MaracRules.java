package org.crossborough.safety.marac;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.crossborough.safety.casebook.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Which criteria a referral meets. A score that is high enough and a repeat are found, not claimed;
 * without either, words have to say why.
 */
record MaracRules(int visibleHighRiskFrom, int repeatWithinMonths) {

  static MaracRules of(MaracConfig config) {
    return new MaracRules(config.visibleHighRiskFrom(), config.repeatWithinMonths());
  }

  /**
   * Whether a referral repeats the last one: until the same day so many months later, that day
   * included.
   */
  boolean isRepeat(LocalDate referredOn, LocalDate lastReferredOn) {
    return !referredOn.isBefore(lastReferredOn)
        && !referredOn.isAfter(lastReferredOn.plusMonths(repeatWithinMonths));
  }

  /**
   * The criteria a referral meets.
   *
   * @param score out of 24; null where she could not be assessed
   * @param judged whether words say why
   */
  Set<MaracCriterion> met(
      Set<MaracCriterion> claimed,
      @Nullable Integer score,
      boolean judged,
      boolean repeat,
      Faults faults) {
    boolean visible = score != null && score >= visibleHighRiskFrom;
    var _ =
        faults
            .when(
                claimed.contains(MaracCriterion.VISIBLE_HIGH_RISK) && !visible,
                "criteria",
                "SCORE_TOO_LOW",
                "needs an assessment with %d or more yeses".formatted(visibleHighRiskFrom))
            .when(
                claimed.contains(MaracCriterion.REPEAT) && !repeat,
                "criteria",
                "NOT_A_REPEAT",
                "needs a referral within the last %d months".formatted(repeatWithinMonths))
            .when(
                !judged
                    && (claimed.contains(MaracCriterion.PROFESSIONAL_JUDGEMENT)
                        || (!visible && !repeat)),
                "judgement",
                "REQUIRED",
                "must say why, where the score does not");
    Set<MaracCriterion> met = EnumSet.noneOf(MaracCriterion.class);
    met.addAll(claimed);
    if (visible) {
      met.add(MaracCriterion.VISIBLE_HIGH_RISK);
    }
    if (repeat) {
      met.add(MaracCriterion.REPEAT);
    }
    if (judged && !visible && !repeat) {
      met.add(MaracCriterion.PROFESSIONAL_JUDGEMENT);
    }
    return met;
  }
}
