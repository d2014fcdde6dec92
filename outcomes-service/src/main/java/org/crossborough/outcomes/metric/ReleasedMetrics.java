package org.crossborough.outcomes.metric;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.metric.Sheet.Origin;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.FeedProduct;
import org.crossborough.outcomes.release.KnownRelease;
import org.crossborough.outcomes.release.Releases;
import org.crossborough.outcomes.tally.Method;
import org.crossborough.outcomes.tally.Shown;
import org.crossborough.outcomes.yearly.YearFigure;
import org.crossborough.outcomes.yearly.YearFigures;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it was released: the newest period of a product, and of what is no count of
 * people the newest year. Each figure says its own period and moment.
 */
@ApplicationScoped
class ReleasedMetrics {

  private final Releases releases;
  private final YearFigures years;

  ReleasedMetrics(Releases releases, YearFigures years) {
    this.releases = releases;
    this.years = years;
  }

  /** Everything that was shown of a product's area at a moment. */
  List<MetricView> of(FeedProduct product, Instant asOf) {
    List<MetricView> views = new ArrayList<>();
    Optional<KnownRelease> newest =
        releases.standing(product, Audience.LONDON, asOf).stream()
            .max(Comparator.comparing(release -> release.period().to()));
    newest.ifPresent(release ->
        releases.linesOf(release.id()).stream()
            .map(FeedCell::line)
            .filter(ReleasedMetrics::isOfAll)
            .forEach(line ->
                Metric.of(line.metric())
                    .ifPresent(metric -> views.add(view(metric, line, release)))));
    years
        .newest(asOf)
        .forEach(figure ->
            Metric.of(figure.metric()).ifPresent(metric -> views.add(view(metric, figure))));
    return views;
  }

  /** A total; or a substance, which is a figure of its own. */
  private static boolean isOfAll(Line line) {
    return line.metric().equals(Metric.ABSTINENT.id()) != line.breakdown().equals(Line.ALL);
  }

  private static MetricView view(Metric metric, Line line, KnownRelease release) {
    Long numerator = number(line.numerator());
    Long denominator = number(line.denominator());
    return Sheet.released(
        metric,
        metric == Metric.ABSTINENT ? line.breakdown() : line.variant(),
        release.period().toString(),
        metric == Metric.WAIT_TO_START ? Method.COUNT_RATIO : metric.defaultMethod(),
        new Shown(numerator, denominator, line.value(), line.suppressed(), null),
        line.denominator() == null ? "COUNT" : "PERCENT",
        new Origin(release.policy(), release.area(), release.asOf(), true),
        null,
        null);
  }

  private static MetricView view(Metric metric, YearFigure figure) {
    YearFigure.Stamp release = figure.release();
    return Sheet.released(
        metric,
        figure.variant(),
        release.period(),
        figure.method(),
        figure.shown(),
        Sheet.unit(metric, figure.method(), Sheet.nothing(figure.method())),
        new Origin(release.policy(), Audience.LONDON, release.asOf(), true, figure.anchor()),
        figure.paired(),
        figure.started());
  }

  private static @Nullable Long number(@Nullable String shown) {
    return shown == null || shown.equals(Cell.MARK) ? null : Long.valueOf(shown);
  }
}
