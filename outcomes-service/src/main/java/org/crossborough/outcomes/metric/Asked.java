package org.crossborough.outcomes.metric;

import java.time.LocalDate;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.FinancialPeriod;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Question;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody wants.
 *
 * @param anchor around what pairs of TOPs lie; of no importance to a metric that is not paired
 * @param period the code of a financial year or a quarter; null for all there is
 */
record Asked(Metric metric, Method method, PairAnchor anchor, @Nullable String period) {

  /**
   * What that is to those who count.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when there is no such period
   */
  Question question(Audience audience, LocalDate today, Breakdown by) {
    FinancialPeriod days =
        period == null
            ? null
            : FinancialPeriod.of(period)
                .orElseThrow(() ->
                    MetricProblem.NO_SUCH_PERIOD.because(
                        "Such as 2026, or 2026-Q1 for April to June."));
    return new Question(
        audience.boroughCode(),
        days == null ? null : days.from(),
        days == null ? null : days.to(),
        today,
        by,
        anchor,
        null);
  }
}
