package org.crossborough.outcomes.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.outcomes.equality.EqualityCounts;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.pathway.Facts;
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

  private final Tallies tallies;
  private final PublishedFigures published;
  private final EqualityCounts equality;
  private final ReleasedMetrics released;
  private final Facts facts;

  Figures(
      Tallies tallies,
      PublishedFigures published,
      EqualityCounts equality,
      ReleasedMetrics released,
      Facts facts) {
    this.tallies = tallies;
    this.published = published;
    this.equality = equality;
    this.released = released;
    this.facts = facts;
  }

  /** The whole catalogue, each metric by its first method. */
  List<MetricView> all(Audience audience, Moment moment) {
    return audience.product() == null
        ? counted(audience, moment)
        : released(audience, audience.product(), moment);
  }

  /** What was released, each metric by its first method; what was not is said to be missing. */
  private List<MetricView> released(Audience audience, FeedProduct product, Moment moment) {
    Sheet sheet = Sheet.blank(audience, moment.at());
    Map<String, List<MetricView>> views =
        released.of(product, moment.at()).stream()
            .filter(Figures::isDefault)
            .filter(view -> view.anchor() != PairAnchor.TREATMENT)
            .collect(Collectors.groupingBy(MetricView::id));
    Map<String, List<PublishedFigure>> elsewhere =
        published.latest(moment.limit()).stream()
            .collect(Collectors.groupingBy(PublishedFigure::metric));
    return Arrays.stream(Metric.values())
        .flatMap(metric ->
            metric.isCountedHere()
                ? views.getOrDefault(metric.id(), List.of(sheet.missing(metric))).stream()
                : elsewhere(metric, sheet, moment, elsewhere.getOrDefault(metric.id(), List.of())))
        .toList();
  }

  private static boolean isDefault(MetricView view) {
    // The share of those who waited no longer than three weeks is a count beside two quantiles.
    return view.id().equals(Metric.WAIT_TO_START.id())
        || Metric.of(view.id()).orElseThrow().defaultMethod().name().equals(view.method());
  }

  /** The released figures of one metric by a method; none before there are any. */
  private List<MetricView> released(Asked asked, FeedProduct product, Moment moment) {
    boolean byDefault = asked.method() == asked.metric().defaultMethod();
    return released.of(product, moment.at()).stream()
        .filter(view -> view.id().equals(asked.metric().id()))
        .filter(view -> view.anchor() == null || view.anchor() == asked.anchor())
        .filter(view -> byDefault ? isDefault(view) : view.method().equals(asked.method().name()))
        .toList();
  }

  private List<MetricView> counted(Audience audience, Moment moment) {
    requireKnown(moment);
    Question question = moment.ask(Question.ofAll(audience.boroughCode(), moment.today()));
    List<Tally> counted = tallies.all(question);
    Map<String, List<Tally>> byMetric =
        counted.stream().collect(Collectors.groupingBy(Tally::metric));
    Sheet sheet = sheet(audience, moment.at(), null, question, counted);
    Map<String, List<PublishedFigure>> released =
        published.latest(moment.limit()).stream()
            .collect(Collectors.groupingBy(PublishedFigure::metric));
    return Arrays.stream(Metric.values())
        .flatMap(metric ->
            metric.isCountedHere()
                ? sheet
                    .views(
                        metric,
                        metric.defaultMethod(),
                        byMetric.getOrDefault(metric.id(), List.of()))
                    .stream()
                : elsewhere(metric, sheet, moment, released.getOrDefault(metric.id(), List.of())))
        .toList();
  }

  /** Nothing is made of a time before there was anything to know. */
  private void requireKnown(Moment moment) {
    if (moment.isPast() && !facts.isAnyToldBy(moment.at())) {
      throw Moment.refused("BEFORE_FIRST_FACT", "is before anything was told");
    }
  }

  /** The figures of one metric that is counted here, as the audience may see them. */
  List<MetricView> of(Asked asked, Audience audience, Moment moment) {
    return audience.product() == null
        ? counted(asked, audience, moment)
        : released(asked, audience.product(), moment);
  }

  private List<MetricView> counted(Asked asked, Audience audience, Moment moment) {
    requireKnown(moment);
    Question question = moment.ask(asked.question(audience, moment.today(), Breakdown.NONE));
    List<Tally> counted = tallies.of(asked.metric().id(), asked.method(), question);
    boolean needsMen = asked.metric().isPaired() || asked.metric() == Metric.THRESHOLD_REACHED;
    List<Tally> men = needsMen ? tallies.of("M-08", Method.COUNT_RATIO, question) : List.of();
    return sheet(audience, moment.at(), asked.period(), question, men)
        .of(paired(asked, question))
        .views(asked.metric(), asked.method(), counted);
  }

  /** The same told apart, for those who see exact figures. */
  List<MetricView.GroupView> groups(Asked asked, Audience audience, Moment moment, Breakdown by) {
    Question question = moment.ask(asked.question(audience, moment.today(), by));
    return tallies.of(asked.metric().id(), asked.method(), question).stream()
        .map(Sheet::group)
        .toList();
  }

  /** The released figures of a metric that others count; none before there are any. */
  List<MetricView> ofOthers(Metric metric, Audience audience, Moment moment) {
    Sheet sheet = Sheet.blank(audience, moment.at());
    List<PublishedFigure> figures =
        published.latest(moment.limit()).stream()
            .filter(figure -> figure.metric().equals(metric.id()))
            .toList();
    List<MetricView> views =
        elsewhere(metric, sheet, moment, figures).filter(MetricView::available).toList();
    if (views.isEmpty() && metric == Metric.EQUALITY_PROFILE && !equality.latest().isEmpty()) {
      throw Moment.refused("NOT_KEPT", "is before the only publication of it that is kept");
    }
    return views;
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

  private Stream<MetricView> elsewhere(
      Metric metric, Sheet sheet, Moment moment, List<PublishedFigure> figures) {
    List<MetricView> views =
        metric == Metric.EQUALITY_PROFILE
            ? PublishedMetric.notKnown(profiles(moment), sheet.audience().policyForLondon())
            : figures.stream().map(figure -> PublishedMetric.view(metric, figure)).toList();
    return views.isEmpty() ? Stream.of(sheet.missing(metric)) : views.stream();
  }

  /** The newest publication is the one that is kept; before it, there is none to show. */
  private List<EqualityCounts.Profile> profiles(Moment moment) {
    return equality.latest().stream()
        .filter(profile -> !moment.isPast() || !profile.publishedAt().isAfter(moment.at()))
        .toList();
  }
}
