package org.crossborough.outcomes.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.outcomes.equality.EqualityCounts;
import org.crossborough.outcomes.publication.PublishedFigure;
import org.crossborough.outcomes.publication.PublishedFigures;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.Figure;
import org.crossborough.outcomes.tally.FinancialPeriod;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Question;
import org.crossborough.outcomes.tally.Tallies;
import org.crossborough.outcomes.tally.Tally;
import org.jspecify.annotations.Nullable;

/** Makes the figures of the catalogue for an audience, from the rows that it may count. */
@ApplicationScoped
class Figures {

  // Whether a run's end has passed is a matter of the calendar on the wall.
  private static final ZoneId HERE = ZoneId.of("Europe/London");

  private final Tallies tallies;
  private final PublishedFigures published;
  private final EqualityCounts equality;

  Figures(Tallies tallies, PublishedFigures published, EqualityCounts equality) {
    this.tallies = tallies;
    this.published = published;
    this.equality = equality;
  }

  /** The whole catalogue, each metric by its first method. */
  List<MetricView> all(Audience audience, Instant asOf) {
    Question question = Question.ofAll(audience.boroughCode(), today(asOf));
    List<Tally> counted = tallies.all(question);
    Map<String, List<Tally>> byMetric =
        counted.stream().collect(Collectors.groupingBy(Tally::metric));
    Sheet sheet = sheet(audience, asOf, null, question, counted);
    Map<String, List<PublishedFigure>> released =
        published.latest().stream().collect(Collectors.groupingBy(PublishedFigure::metric));
    return Arrays.stream(Metric.values())
        .flatMap(metric ->
            metric.isCountedHere()
                ? sheet
                    .views(
                        metric,
                        metric.defaultMethod(),
                        byMetric.getOrDefault(metric.id(), List.of()))
                    .stream()
                : elsewhere(metric, sheet, released.getOrDefault(metric.id(), List.of())))
        .toList();
  }

  /** The figures of one metric that is counted here. */
  List<MetricView> of(Metric metric, Method method, Audience audience, Instant asOf) {
    Question question = Question.ofAll(audience.boroughCode(), today(asOf));
    return views(metric, method, audience, asOf, null, question);
  }

  /** The same of a period, for those who see exact figures. */
  List<MetricView> of(Metric metric, Method method, Audience audience, Instant asOf, String code) {
    FinancialPeriod period =
        FinancialPeriod.of(code)
            .orElseThrow(() ->
                MetricProblem.NO_SUCH_PERIOD.because(
                    "Such as 2026, or 2026-Q1 for April to June."));
    Question question =
        new Question(
            audience.boroughCode(), period.from(), period.to(), today(asOf), Breakdown.NONE);
    return views(metric, method, audience, asOf, code, question);
  }

  /** The same told apart. */
  List<MetricView.GroupView> groups(
      Metric metric,
      Method method,
      Audience audience,
      Instant asOf,
      Breakdown by,
      @Nullable String code) {
    FinancialPeriod period = code == null ? null : FinancialPeriod.of(code).orElseThrow();
    Question question =
        new Question(
            audience.boroughCode(),
            period == null ? null : period.from(),
            period == null ? null : period.to(),
            today(asOf),
            by);
    return tallies.of(metric.id(), method, question).stream().map(Sheet::group).toList();
  }

  /** The released figures of a metric that others count; none before there are any. */
  List<MetricView> released(Metric metric, Audience audience, Instant asOf) {
    Sheet sheet = new Sheet(audience, asOf, null, 0, null, null);
    List<PublishedFigure> figures =
        published.latest().stream().filter(figure -> figure.metric().equals(metric.id())).toList();
    return elsewhere(metric, sheet, figures).filter(MetricView::available).toList();
  }

  private List<MetricView> views(
      Metric metric,
      Method method,
      Audience audience,
      Instant asOf,
      @Nullable String code,
      Question question) {
    List<Tally> counted = tallies.of(metric.id(), method, question);
    boolean needsMen = metric.isPaired() || metric == Metric.THRESHOLD_REACHED;
    List<Tally> men = needsMen ? tallies.of("M-08", Method.COUNT_RATIO, question) : List.of();
    return sheet(audience, asOf, code, question, men)
        .of(paired(metric, method, question))
        .views(metric, method, counted);
  }

  /** A method may leave men out who have both records all the same. */
  private @Nullable Long paired(Metric metric, Method method, Question question) {
    boolean oneFigure = metric.isPaired() && metric.methods().size() > 1;
    return oneFigure && method != metric.defaultMethod()
        ? tallies.of(metric.id(), metric.defaultMethod(), question).stream()
            .mapToLong(tally -> tally.figure().behind())
            .sum()
        : null;
  }

  private Sheet sheet(
      Audience audience,
      Instant asOf,
      @Nullable String code,
      Question question,
      List<Tally> counted) {
    long started =
        counted.stream()
            .filter(tally -> tally.metric().equals("M-08"))
            .map(Tally::figure)
            .mapToLong(figure -> figure instanceof Figure.Share share ? share.part() : 0)
            .sum();
    List<Long> thresholds = started == 0 ? List.of() : tallies.thresholds(question);
    Integer shared = thresholds.size() == 1 ? Math.toIntExact(thresholds.getFirst()) : null;
    return new Sheet(audience, asOf, code, started, null, shared);
  }

  private Stream<MetricView> elsewhere(Metric metric, Sheet sheet, List<PublishedFigure> figures) {
    List<MetricView> views =
        metric == Metric.EQUALITY_PROFILE
            ? PublishedMetric.notKnown(equality.latest(), sheet.audience().policyForLondon())
            : figures.stream().map(figure -> PublishedMetric.view(metric, figure)).toList();
    return views.isEmpty() ? Stream.of(sheet.missing(metric)) : views.stream();
  }

  private static LocalDate today(Instant asOf) {
    return LocalDate.ofInstant(asOf, HERE);
  }
}
