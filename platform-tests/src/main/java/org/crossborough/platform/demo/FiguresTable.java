package org.crossborough.platform.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.platform.driver.Metric;
import org.jspecify.annotations.Nullable;

/** Figures as a person wants to read them. */
final class FiguresTable {

  private static final List<String> HEADINGS =
      List.of("figure", "value", "from", "method", "disclosure control");
  private static final Map<String, String> UNITS = Map.of("PERCENT", " %");

  private final PrintStream out;

  FiguresTable(PrintStream out) {
    this.out = out;
  }

  void print(String title, List<Metric> figures) {
    List<List<String>> rows = figures.stream().map(FiguresTable::row).toList();
    List<Integer> widths =
        IntStream.range(0, HEADINGS.size()).mapToObj(column -> width(column, rows)).toList();
    out.println();
    out.println(title);
    out.println();
    out.println(line(HEADINGS, widths));
    out.println(line(widths.stream().map("-"::repeat).toList(), widths));
    rows.forEach(row -> out.println(line(row, widths)));
  }

  private static List<String> row(Metric figure) {
    return List.of(
        Stream.of(figure.id(), figure.name(), figure.variant())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        value(figure),
        figure.suppressed() ? "hidden" : counts(figure),
        figure.method(),
        figure.policy() + ", " + figure.scope());
  }

  private static String value(Metric figure) {
    String value = text(figure.value());
    return figure.suppressed() || figure.value() == null
        ? value
        : value + UNITS.getOrDefault(figure.unit(), " " + figure.unit());
  }

  private static String counts(Metric figure) {
    return text(figure.numerator()) + " of " + text(figure.denominator()) + pairs(figure);
  }

  private static String pairs(Metric figure) {
    return figure.paired() == null
        ? ""
        : " (%s pairs of %s started)".formatted(figure.paired(), text(figure.started()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "-" : value;
  }

  private static int width(int column, List<List<String>> rows) {
    return Stream.concat(Stream.of(HEADINGS), rows.stream())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> ("%-" + widths.get(column) + "s").formatted(row.get(column)))
        .collect(Collectors.joining("  ", "  ", ""))
        .stripTrailing();
  }
}
