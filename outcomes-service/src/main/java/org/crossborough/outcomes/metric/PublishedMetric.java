package org.crossborough.outcomes.metric;

import java.util.ArrayList;
import java.util.List;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.equality.EqualityCounts;
import org.crossborough.outcomes.metric.Sheet.Origin;
import org.crossborough.outcomes.publication.PublishedFigure;
import org.crossborough.outcomes.tally.Figure;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Shown;

/** Figures that other services count, for London as a whole. */
final class PublishedMetric {

  /** The strictest variant of M-18, and the one meant when none is named. */
  static final String DEFAULT_VARIANT = "TIER_4";

  private PublishedMetric() {}

  /** A figure that left the support side under its own policy, as it came. */
  static MetricView view(Metric metric, PublishedFigure figure) {
    Shown release = Shown.of(figure.numerator(), figure.denominator(), figure.suppressed());
    return Sheet.released(
        metric,
        figure.variant(),
        figure.period(),
        Method.COUNT_RATIO,
        release,
        "PERCENT",
        new Origin(figure.policy(), Audience.LONDON, figure.publishedAt(), true),
        null,
        null);
  }

  /** Of how many men each characteristic is not known. */
  static List<MetricView> notKnown(List<EqualityCounts.Profile> profiles, DisclosurePolicy policy) {
    List<MetricView> views = new ArrayList<>();
    for (EqualityCounts.Profile profile : profiles) {
      profile
          .characteristics()
          .forEach(of ->
              views.add(
                  Sheet.released(
                      Metric.EQUALITY_PROFILE,
                      profile.basis() + ":" + of.name() + ":NOT_KNOWN",
                      profile.period(),
                      Method.COUNT_RATIO,
                      Shown.of(new Figure.Share(of.notKnown(), of.total()), policy),
                      "PERCENT",
                      new Origin(policy.name(), Audience.LONDON, profile.publishedAt(), true),
                      null,
                      null)));
    }
    return views;
  }
}
