package org.crossborough.outcomes.chart;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crossborough.outcomes.chart.Chart.Bar;
import org.crossborough.outcomes.feed.Feed;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.KnownRelease;
import org.crossborough.outcomes.release.Releases;

/** Puts released lines together for a picture: a metric over time, or its lines of one period. */
@ApplicationScoped
public class Charts {

  /** The metrics that have pictures, with what they are called there. */
  private static final Map<String, String> TITLES =
      Map.of(
          "M-01", "Referrals received",
          "M-08", "Men who started, of those worked with",
          "M-12", "Men who reached the threshold hours, of those who started");

  private final Releases releases;

  Charts(Releases releases) {
    this.releases = releases;
  }

  /** The totals of every released period; nothing when no chart is made of the metric. */
  Optional<Chart> overTime(Feed feed, String metric) {
    return titled(metric)
        .map(title -> {
          List<Bar> bars = new ArrayList<>();
          for (KnownRelease release : releases.current(feed.product(), feed.area())) {
            releases.linesOf(release.id()).stream()
                .map(FeedCell::line)
                .filter(line -> line.metric().equals(metric) && line.breakdown().equals(Line.ALL))
                .map(line -> Bar.of(release.period().toString(), line))
                .forEach(bars::add);
          }
          return new Chart("%s, %s".formatted(title, feed.area()), unit(metric), bars);
        });
  }

  /** The lines of the newest released period; nothing when no chart is made of the metric. */
  Optional<Chart> byLine(Feed feed, String metric) {
    List<KnownRelease> current = releases.current(feed.product(), feed.area());
    return titled(metric)
        .map(title ->
            current.isEmpty()
                ? new Chart(title, unit(metric), List.of())
                : byLine(
                    metric,
                    current.getLast().period().inWords(),
                    releases.linesOf(current.getLast().id()).stream()
                        .map(FeedCell::line)
                        .toList()));
  }

  /** The lines of one metric, without their total. */
  public static Chart byLine(String metric, String period, List<Line> lines) {
    List<Bar> bars =
        lines.stream()
            .filter(line -> line.metric().equals(metric) && !line.breakdown().equals(Line.ALL))
            .map(line -> Bar.of(line.breakdown(), line))
            .toList();
    return new Chart("%s, %s".formatted(titled(metric).orElse(metric), period), unit(metric), bars);
  }

  /** What a metric is called in a picture or a report; nothing when it is in neither. */
  public static Optional<String> titled(String metric) {
    return Optional.ofNullable(TITLES.get(metric));
  }

  private static String unit(String metric) {
    return metric.equals("M-01") ? "Referrals" : "Percent";
  }
}
