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
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.publication.PublishedFigure;
import org.crossborough.outcomes.publication.PublishedFigures;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.Figure;
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
  private final ReleasedMetrics released;

  Figures(
      Tallies tallies,
      PublishedFigures published,
      EqualityCounts equality,
      ReleasedMetrics released) {
    this.tallies = tallies;
    this.published = published;
    this.equality = equality;
    this.released = released;
  }

  /** The whole catalogue, each metric by its first method. */
  List<MetricView> all(Audience audience, Instant asOf) {
    return audience.product() == null
        ? counted(audience, asOf)
        : released(audience, audience.product(), asOf);
  }

  /** What was released, each metric by its first method; what was not is said to be missing. */
  private List<MetricView> released(Audience audience, FeedProduct product, Instant asOf) {
    Sheet sheet = Sheet.blank(audience, asOf);
    Map<String, List<MetricView>> views =
        released.of(product).stream()
            .filter(Figures::isDefault)
            .filter(view -> view.anchor() != PairAnchor.TREATMENT)
            .collect(Collectors.groupingBy(MetricView::id));
    Map<String, List<PublishedFigure>> elsewhere =
        published.latest().stream().collect(Collectors.groupingBy(PublishedFigure::metric));
    return Arrays.stream(Metric.values())
        .flatMap(metric ->
            metric.isCountedHere()
                ? views.getOrDefault(metric.id(), List.of(sheet.missing(metric))).stream()
                : elsewhere(metric, sheet, elsewhere.getOrDefault(metric.id(), List.of())))
        .toList();
  }

  private static boolean isDefault(MetricView view) {
    // The share of those who waited no longer than three weeks is a count beside two quantiles.
    return view.id().equals(Metric.WAIT_TO_START.id())
        || Metric.of(view.id()).orElseThrow().defaultMethod().name().equals(view.method());
  }

  /** The released figures of one metric by a method; none before there are any. */
  List<MetricView> released(Asked asked, FeedProduct product) {
    boolean byDefault = asked.method() == asked.metric().defaultMethod();
    return released.of(product).stream()
        .filter(view -> view.id().equals(asked.metric().id()))
        .filter(view -> view.anchor() == null || view.anchor() == asked.anchor())
        .filter(view -> byDefault ? isDefault(view) : view.method().equals(asked.method().name()))
        .toList();
  }

  private List<MetricView> counted(Audience audience, Instant asOf) {
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
  List<MetricView> of(Asked asked, Audience audience, Instant asOf) {
    Question question = asked.question(audience, today(asOf), Breakdown.NONE);
    List<Tally> counted = tallies.of(asked.metric().id(), asked.method(), question);
    boolean needsMen = asked.metric().isPaired() || asked.metric() == Metric.THRESHOLD_REACHED;
    List<Tally> men = needsMen ? tallies.of("M-08", Method.COUNT_RATIO, question) : List.of();
    return sheet(audience, asOf, asked.period(), question, men)
        .of(paired(asked, question))
        .views(asked.metric(), asked.method(), counted);
  }

  /** The same told apart, for those who see exact figures. */
  List<MetricView.GroupView> groups(Asked asked, Audience audience, Instant asOf, Breakdown by) {
    Question question = asked.question(audience, today(asOf), by);
    return tallies.of(asked.metric().id(), asked.method(), question).stream()
        .map(Sheet::group)
        .toList();
  }

  /** The released figures of a metric that others count; none before there are any. */
  List<MetricView> ofOthers(Metric metric, Audience audience, Instant asOf) {
    Sheet sheet = Sheet.blank(audience, asOf);
    List<PublishedFigure> figures =
        published.latest().stream().filter(figure -> figure.metric().equals(metric.id())).toList();
    return elsewhere(metric, sheet, figures).filter(MetricView::available).toList();
  }

  /** A method may leave men out who have both records all the same. */
  private @Nullable Long paired(Asked asked, Question question) {
    Metric metric = asked.metric();
    boolean oneFigure = metric.isPaired() && metric.methods().size() > 1;
    return oneFigure && asked.method() != metric.defaultMethod()
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
    return new Sheet(audience, asOf, code, question.anchor(), started, null, shared);
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
