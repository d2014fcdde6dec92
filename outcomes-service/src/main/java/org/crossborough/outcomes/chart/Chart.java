package org.crossborough.outcomes.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows, before it is drawn: the released numbers and nothing finer.
 *
 * @param unit what the bars are measured in, such as {@code Percent}
 */
public record Chart(String title, String unit, List<Bar> bars) {

  /** Keeps the list from changing. */
  public Chart {
    bars = List.copyOf(bars);
  }

  /**
   * One bar.
   *
   * @param shown the number, or {@code *} when it is hidden; absent when there is none
   */
  public record Bar(String label, @Nullable String shown) {

    /** The bar of a released line. */
    public static Bar of(String label, Line line) {
      return new Bar(label, line.value());
    }

    boolean isHidden() {
      return Cell.MARK.equals(shown);
    }

    /** How high it is drawn; absent when it is not. */
    @Nullable BigDecimal height() {
      return shown == null || isHidden() ? null : new BigDecimal(shown);
    }

    /** What a listener hears. */
    public String inWords() {
      if (isHidden()) {
        return "withheld, the number is small or would give a small one away";
      }
      return shown == null ? "nobody to count" : shown;
    }
  }

  boolean isPercentage() {
    return unit.equals("Percent");
  }

  /** Everything the picture shows, for those who do not see it. */
  public String inWords() {
    return bars.stream()
        .map(bar -> bar.label() + ": " + bar.inWords())
        .collect(Collectors.joining("; ", unit + ". ", "."));
  }
}
