package org.crossborough.outcomes.release;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.disclosure.Release;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.crossborough.outcomes.release.Subject.Stage;
import org.jspecify.annotations.Nullable;

/** The cells of a released table, written as lines with their percentages. */
final class Lines {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Lines() {}

  /** The total first, then the lines of the breakdown in their order. */
  static List<Line> of(Section section, Release release) {
    Map<String, Map<Stage, Cell>> rows = new LinkedHashMap<>();
    release
        .cells()
        .forEach((group, cell) ->
            rows.computeIfAbsent(breakdown(section, group), _ -> new EnumMap<>(Stage.class))
                .put(stage(group), cell));
    List<Line> lines = new ArrayList<>();
    rows.forEach((breakdown, cells) -> {
      if (section.subject() == Subject.REFERRALS) {
        lines.add(count(section, breakdown, cell(cells, Stage.WORKED_WITH)));
      } else {
        lines.add(share(section, "M-08", breakdown, cells, Stage.STARTED, Stage.WORKED_WITH));
        lines.add(share(section, "M-12", breakdown, cells, Stage.REACHED, Stage.STARTED));
      }
    });
    return lines;
  }

  private static String breakdown(Section section, Group group) {
    SortedSet<String> values = group.where().get(section.breakdown().dimension());
    return values == null ? Line.ALL : values.getFirst();
  }

  private static Stage stage(Group group) {
    SortedSet<String> outcomes = group.where().get(Subject.OUTCOME);
    return outcomes == null ? Stage.WORKED_WITH : Stage.of(outcomes);
  }

  private static Line count(Section section, String breakdown, Cell cell) {
    return new Line(
        section.id(), "M-01", breakdown, cell.toString(), null, cell.toString(), cell.isHidden());
  }

  private static Line share(
      Section section,
      String metric,
      String breakdown,
      Map<Stage, Cell> cells,
      Stage part,
      Stage whole) {
    Cell numerator = cell(cells, part);
    Cell denominator = cell(cells, whole);
    boolean suppressed = numerator.isHidden() || denominator.isHidden();
    return new Line(
        section.id(),
        metric,
        breakdown,
        numerator.toString(),
        denominator.toString(),
        suppressed ? Cell.MARK : percentage(numerator, denominator),
        suppressed);
  }

  private static Cell cell(Map<Stage, Cell> cells, Stage stage) {
    return Objects.requireNonNull(cells.get(stage));
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
