package org.crossborough.outcomes.metric;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.metric.MetricView.GroupView;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Figure;
import org.crossborough.outcomes.tally.Fraction;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Shown;
import org.crossborough.outcomes.tally.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Shows one audience's figures as of one moment.
 *
 * @param anchor around what pairs of TOPs lie
 * @param started how many men started, for figures that not all of them are in
 * @param paired how many of them have both records, whatever a method leaves out; null when that is
 *     how many are behind the figure
 * @param thresholdMinutes the minimum of the runs' templates, when they share one
 */
record Sheet(
    Audience audience,
    Instant asOf,
    @Nullable String period,
    PairAnchor anchor,
    long started,
    @Nullable Long paired,
    @Nullable Integer thresholdMinutes) {

  /** For figures that are not counted now. */
  static Sheet blank(Audience audience, Instant asOf) {
    return new Sheet(audience, asOf, null, PairAnchor.PROGRAMME, 0, null, null);
  }

  /** The same with the number of men who have both records. */
  Sheet of(@Nullable Long paired) {
    return new Sheet(audience, asOf, period, anchor, started, paired, thresholdMinutes);
  }

  /** The figures of a metric; those of a fixed list are there even with nothing to count. */
  List<MetricView> views(Metric metric, Method method, List<Tally> tallies) {
    if (!metric.variants().isEmpty()) {
      return metric.variants().stream()
          .map(variant -> view(metric, method, variant, figure(tallies, variant)))
          .toList();
    }
    boolean listed = metric == Metric.EXIT_REASONS || metric == Metric.ABSTINENT;
    boolean several = listed || method == Method.AMOUNT_WEIGHTED;
    if (several && !tallies.isEmpty()) {
      return tallies.stream()
          .map(tally -> view(metric, method, tally.variant(), tally.figure()))
          .toList();
    }
    return List.of(view(metric, method, null, figure(tallies, null)));
  }

  private static @Nullable Figure figure(List<Tally> tallies, @Nullable String variant) {
    return tallies.stream()
        .filter(tally -> Objects.equals(tally.variant(), variant))
        .map(Tally::figure)
        .findFirst()
        .orElse(null);
  }

  private MetricView view(
      Metric metric, Method method, @Nullable String variant, @Nullable Figure counted) {
    DisclosurePolicy policy = audience.policy();
    Figure figure = counted == null ? nothing(method) : counted;
    Shown release = Shown.of(figure, policy);
    boolean isPaired = metric.isPaired();
    return shown(
        metric,
        metric.counted(),
        variant,
        period,
        method,
        release,
        unit(metric, method, figure),
        new Origin(policy.name(), audience.area(), asOf, true, isPaired ? anchor : null),
        isPaired ? policy.count(paired == null ? figure.behind() : paired).shown() : null,
        isPaired ? policy.count(started).shown() : null,
        metric == Metric.THRESHOLD_REACHED ? thresholdMinutes : null);
  }

  /** A metric that somebody else releases, and has not yet. */
  MetricView missing(Metric metric) {
    return shown(
        metric,
        Metric.Counted.LONDON,
        null,
        null,
        metric.defaultMethod(),
        new Shown(null, null, null, false, null),
        "PERCENT",
        new Origin(audience.policy().name(), Audience.LONDON, asOf, false),
        null,
        null,
        null);
  }

  /**
   * Under which policy a figure is shown, of which area, and as of when.
   *
   * @param anchor around what its pairs of TOPs lie; null when it is made of none
   */
  record Origin(
      String policy, String scope, Instant asOf, boolean available, @Nullable PairAnchor anchor) {

    Origin(String policy, String scope, Instant asOf, boolean available) {
      this(policy, scope, asOf, available, null);
    }
  }

  /** A figure of London's that was released, here or by another service. */
  static MetricView released(
      Metric metric,
      @Nullable String variant,
      String period,
      Method method,
      Shown release,
      String unit,
      Origin origin,
      @Nullable Long paired,
      @Nullable Long started) {
    return shown(
        metric,
        Metric.Counted.LONDON,
        variant,
        period,
        method,
        release,
        unit,
        origin,
        paired,
        started,
        null);
  }

  private static MetricView shown(
      Metric metric,
      Metric.Counted counted,
      @Nullable String variant,
      @Nullable String period,
      Method method,
      Shown release,
      String unit,
      Origin origin,
      @Nullable Long paired,
      @Nullable Long started,
      @Nullable Integer thresholdMinutes) {
    Wording words = metric.wording();
    return new MetricView(
        metric.id(),
        variant,
        period,
        words.title(),
        words.definition(),
        words.numerator(),
        words.denominator(),
        metric.owner(),
        counted,
        Metric.VERSION,
        Metric.SINCE,
        method.name(),
        metric.methods(),
        metric.breakdowns(),
        release.numerator(),
        release.denominator(),
        release.value(),
        unit,
        origin.policy(),
        origin.scope(),
        origin.asOf(),
        release.suppressed(),
        origin.available(),
        release.people(),
        paired,
        started,
        thresholdMinutes,
        null,
        origin.anchor());
  }

  /** The figure of one group, exactly: nobody else is shown groups. */
  static GroupView group(Tally tally) {
    Shown release = Shown.of(tally.figure(), DisclosurePolicy.NONE);
    return new GroupView(
        tally.group(),
        tally.variant(),
        release.numerator(),
        release.denominator(),
        release.value(),
        release.suppressed(),
        release.people());
  }

  static Figure nothing(Method method) {
    return switch (method) {
      case COUNT -> new Figure.Count(0);
      case COUNT_RATIO, SHARE_IMPROVED -> new Figure.Share(0, 0);
      case RATIO_OF_SUMS, PRIMARY_SUBSTANCE, SCALE_POINTS -> new Figure.SumRatio(0, 0, 0);
      case MEAN_OF_INDIVIDUAL, DAY_DIFFERENCE -> new Figure.Mean(0, Fraction.ZERO);
      case SUM, QUANTILE, UNPAIRED_MEANS, AMOUNT_WEIGHTED, ANY_USE_DAYS ->
          new Figure.Amount(0, Fraction.ZERO);
    };
  }

  static String unit(Metric metric, Method method, Figure figure) {
    return switch (figure) {
      case Figure.Count _ -> "COUNT";
      case Figure.Share _, Figure.SumRatio _ -> "PERCENT";
      case Figure.Mean _ ->
          method == Method.MEAN_OF_INDIVIDUAL
              ? "PERCENT"
              : metric == Metric.HEALTH_CHANGE ? "POINTS" : "DAYS";
      case Figure.Amount _ ->
          switch (method) {
            case SUM -> "HOURS";
            case QUANTILE -> "DAYS";
            default -> "PERCENT";
          };
    };
  }
}
