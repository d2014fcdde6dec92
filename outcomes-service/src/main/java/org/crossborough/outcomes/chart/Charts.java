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
      Map.ofEntries(
          Map.entry("M-01", "Referrals received"),
          Map.entry("M-02", "Screenings that were positive"),
          Map.entry("M-03", "Positive screenings that led to a referral"),
          Map.entry("M-04", "Referrals that went back to their sender"),
          Map.entry("M-05", "Referrals that were assessed"),
          Map.entry("M-06", "Referrals accepted, of those decided"),
          Map.entry("M-07", "Accepted referrals that started"),
          Map.entry("M-08", "Men who started, of those worked with"),
          Map.entry("M-10", "Referrals that started within 21 days, of those that started"),
          Map.entry("M-12", "Men who reached the threshold hours, of those who started"),
          Map.entry("M-13", "Places completed, of those started and ended"),
          Map.entry("M-15", "Reasons for leaving"),
          Map.entry("M-16", "Acceptances that rest on details handed over"),
          Map.entry("M-20", "Men with a TOP at the start, and at the end"),
          Map.entry("M-23", "Men who stopped using, of those who used"));

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
                .map(line -> Bar.of(label(release.period().toString(), line), line))
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

  /** The lines of one metric, without their total unless there is nothing else. */
  public static Chart byLine(String metric, String period, List<Line> lines) {
    List<Line> all = lines.stream().filter(line -> line.metric().equals(metric)).toList();
    boolean isSplit = all.stream().anyMatch(line -> !line.breakdown().equals(Line.ALL));
    List<Bar> bars =
        all.stream()
            .filter(line -> !isSplit || !line.breakdown().equals(Line.ALL))
            .map(line -> Bar.of(label(isSplit ? line.breakdown() : "All", line), line))
            .toList();
    return new Chart("%s, %s".formatted(titled(metric).orElse(metric), period), unit(metric), bars);
  }

  /** What a metric is called in a picture or a report; nothing when it is in neither. */
  public static Optional<String> titled(String metric) {
    return Optional.ofNullable(TITLES.get(metric));
  }

  private static String label(String where, Line line) {
    return line.variant() == null ? where : where + " " + line.variant();
  }

  private static String unit(String metric) {
    return metric.equals("M-01") ? "Referrals" : "Percent";
  }
}
