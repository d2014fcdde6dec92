package org.crossborough.outcomes.metric;

import org.crossborough.outcomes.publication.PublishedFigure;

/** The words for the figures that other services release. */
final class PublishedMetric {

  /** The strictest variant, and the one meant when none is named. */
  static final String DEFAULT_VARIANT = "TIER_4";

  private PublishedMetric() {}

  static MetricView view(PublishedFigure figure) {
    Release release = Release.of(figure.numerator(), figure.denominator(), figure.suppressed());
    return new MetricView(
        figure.metric(),
        figure.variant(),
        figure.period(),
        "Support contact rate",
        "Share of the men who started, details of people at risk having been received, for whom"
            + " the support service reached the tier of contact that the variant names. Released"
            + " by the support service for London as a whole, under its own policy.",
        Method.COUNT_RATIO.name(),
        release.numerator(),
        release.denominator(),
        release.value(),
        "PERCENT",
        figure.policy(),
        Audience.LONDON,
        figure.publishedAt(),
        release.suppressed(),
        null,
        null,
        null,
        null);
  }
}
