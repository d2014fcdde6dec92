package org.crossborough.outcomes.returns;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.crossborough.outcomes.chart.Chart;
import org.crossborough.outcomes.chart.ChartSvg;
import org.crossborough.outcomes.chart.Charts;
import org.crossborough.outcomes.feed.Feed;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.ReportingPeriod;

/** A return as a page for a board: every picture with its table, and what the numbers are. */
final class ReportPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));
  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 18mm; }
      body { font-family: 'Liberation Sans'; font-size: 10pt; line-height: 1.4; }
      h1 { font-size: 18pt; margin: 0 0 2mm 0; }
      h2 { font-size: 13pt; margin: 8mm 0 2mm 0; }
      section { page-break-inside: avoid; }
      table { border-collapse: collapse; width: 100%; }
      th, td { text-align: left; padding: 1mm 2mm; border-bottom: 0.3pt solid #808080; }
      td.number { text-align: right; }
      """;

  private ReportPage() {}

  static String of(Feed feed, ReportingPeriod period, FrozenReturn frozen, List<FeedCell> cells) {
    List<Line> lines = cells.stream().map(FeedCell::line).toList();
    String figures =
        lines.stream()
            .map(Line::metric)
            .distinct()
            .map(metric -> figure(metric, period, lines))
            .collect(Collectors.joining());
    return """
    <html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">
    <head><title>%1$s</title><meta name="description" content="%1$s"/><style>%2$s</style></head>
    <body><h1>%1$s</h1>%3$s%4$s
    <h2>How to read this</h2>
    <p>%5$s A star stands for a number that is small or would give a small one away; it is never
    nought. Percentages are made of the numbers beside them. What is hidden here is hidden in the
    data as well.</p></body></html>
    """
        .formatted(
            escaped("%s: %s".formatted(feed.product().title(), period.inWords())),
            STYLE,
            facts(feed, frozen),
            figures,
            escaped(policy(frozen.policy())));
  }

  private static String facts(Feed feed, FrozenReturn frozen) {
    String rows =
        row("Area", feed.area())
            + row("Version", String.valueOf(frozen.version()))
            + (frozen.reason() == null ? "" : row("Replaces the last", frozen.reason().inWords()))
            + row("As known on", day(frozen.asOf()))
            + row("Policy", frozen.policy())
            + row("SHA-256 of the data", frozen.checksum());
    return "<table><tbody>%s</tbody></table>".formatted(rows);
  }

  private static String figure(String metric, ReportingPeriod period, List<Line> lines) {
    Chart chart = Charts.byLine(metric, period.inWords(), lines);
    String picture = chart.bars().isEmpty() ? "" : inline(ChartSvg.of(chart));
    String rows =
        lines.stream()
            .filter(line -> line.metric().equals(metric))
            .map(ReportPage::line)
            .collect(Collectors.joining());
    return """
    <section><h2>%s</h2>%s<table><thead><tr><th>Line</th><th>Number</th><th>Of</th><th>Value</th></tr>
    </thead><tbody>%s</tbody></table></section>
    """
        .formatted(
            escaped("%s (%s)".formatted(Charts.titled(metric).orElse(metric), metric)),
            picture,
            rows);
  }

  private static String line(Line line) {
    return "<tr><th>%s</th>%s%s%s</tr>"
        .formatted(
            escaped(
                (line.breakdown().equals(Line.ALL) ? "All" : line.breakdown())
                    + (line.variant() == null ? "" : " " + line.variant())),
            number(line.numerator()),
            number(line.denominator() == null ? "" : line.denominator()),
            number(line.value() == null ? "–" : line.value()));
  }

  private static String number(String text) {
    return "<td class=\"number\">%s</td>".formatted(escaped(text));
  }

  private static String row(String name, String value) {
    return "<tr><th>%s</th><td>%s</td></tr>".formatted(escaped(name), escaped(value));
  }

  private static String policy(String policy) {
    return switch (policy) {
      case "NONE" -> "Numbers are exact: this is the borough's own contract data.";
      case "NDTMS_LT5_R5" -> "Numbers from 1 to 4 are hidden and all others rounded to 5.";
      case "NHS_1_7_R5" -> "Numbers from 1 to 7 are hidden and all others rounded to 5.";
      default -> "Numbers are shown under the policy %s.".formatted(policy);
    };
  }

  /** The picture without the head of a document of its own. */
  private static String inline(String svg) {
    return svg.substring(svg.indexOf("<svg"));
  }

  private static String day(Instant at) {
    return DAY.format(at);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
