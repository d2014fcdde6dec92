package org.crossborough.outcomes.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.disclosure.Release;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.Subject.Measure;
import org.jspecify.annotations.Nullable;

/** The cells of a released table, written as lines with their percentages. */
final class Lines {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final SortedSet<String> NOBODY_TOLD_APART = new TreeSet<>();

  private Lines() {}

  /** The total first, then the lines of the breakdown in their order. */
  static List<Line> of(Layout layout, Release release) {
    Map<String, Map<SortedSet<String>, Cell>> rows = new LinkedHashMap<>();
    release
        .cells()
        .forEach((group, cell) ->
            rows.computeIfAbsent(breakdown(layout, group), _ -> new HashMap<>())
                .put(group.where().getOrDefault(Subject.OUTCOME, NOBODY_TOLD_APART), cell));
    List<Line> lines = new ArrayList<>();
    rows.forEach((breakdown, cells) -> {
      for (Measure measure : layout.section().measures()) {
        Cell part = cell(cells, layout.kindsOf(measure.part()));
        lines.add(
            measure.whole() == null
                ? count(layout, measure, breakdown, part)
                : share(
                    layout,
                    measure,
                    breakdown,
                    part,
                    cell(cells, layout.kindsOf(measure.whole()))));
      }
    });
    return lines;
  }

  private static String breakdown(Layout layout, Group group) {
    SortedSet<String> values = group.where().get(layout.section().breakdown().dimension());
    return values == null ? Line.ALL : values.getFirst();
  }

  private static Line count(Layout layout, Measure measure, String breakdown, Cell cell) {
    return new Line(
        layout.section().id(),
        measure.metric(),
        measure.variant(),
        breakdown,
        cell.toString(),
        null,
        cell.toString(),
        cell.isHidden());
  }

  private static Line share(
      Layout layout, Measure measure, String breakdown, Cell numerator, Cell denominator) {
    boolean suppressed = numerator.isHidden() || denominator.isHidden();
    return new Line(
        layout.section().id(),
        measure.metric(),
        measure.variant(),
        breakdown,
        numerator.toString(),
        denominator.toString(),
        suppressed ? Cell.MARK : percentage(numerator, denominator),
        suppressed);
  }

  private static Cell cell(Map<SortedSet<String>, Cell> cells, SortedSet<String> kinds) {
    return Objects.requireNonNull(cells.get(kinds));
  }

  private static @Nullable String percentage(Cell part, Cell whole) {
    BigDecimal divisor = new BigDecimal(whole.toString());
    return divisor.signum() == 0
        ? null
        : new BigDecimal(part.toString())
            .multiply(HUNDRED)
            .divide(divisor, 1, RoundingMode.HALF_UP)
            .toPlainString();
  }
}
