package org.crossborough.outcomes.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.crossborough.outcomes.disclosure.Cell;
import org.crossborough.outcomes.release.FeedCell;
import org.crossborough.outcomes.release.FeedCell.Line;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A released line as its readers get it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "FeedCell",
    description = "A released line. What is hidden is `*`, never 0 or absent.")
public record CellView(
    String product,
    @Schema(description = "The area the figures are about: a borough's code, or London's.")
        String area,
    @Schema(description = "A quarter of the financial year, or the year.") String period,
    @Schema(description = "A higher version of a period replaces the lower.") int version,
    Instant asOf,
    String policy,
    @Schema(description = "The table it is a line of.") String section,
    @Schema(description = "The catalogue id.") String metric,
    @Schema(description = "Which line of the table; `ALL` is its total.") String breakdown,
    @Schema(
            description = "Exact or rounded as the policy says, or `*`.",
            oneOf = {Long.class, String.class})
        Object numerator,
    @Schema(
            description = "Likewise; absent of a plain count.",
            oneOf = {Long.class, String.class})
        @Nullable Object denominator,
    @Schema(
            description =
                "A count, or a percentage with one decimal, made of the two numbers as shown; `*`"
                    + " when suppressed; absent when there is nobody to divide by.")
        @Nullable String value,
    @Schema(examples = "PERCENT") String unit,
    boolean suppressed,
    @Schema(description = "Which figure of a metric that has several, such as a reason.")
        @Nullable String variant) {

  /** A line of a feed. */
  public static CellView of(Feed feed, FeedCell cell) {
    Line line = cell.line();
    return new CellView(
        feed.product().id(),
        feed.area(),
        cell.release().period(),
        cell.release().version(),
        cell.release().asOf(),
        cell.release().policy(),
        line.section(),
        line.metric(),
        line.breakdown(),
        number(line.numerator()),
        line.denominator() == null ? null : number(line.denominator()),
        line.value(),
        line.denominator() == null ? "COUNT" : "PERCENT",
        line.suppressed(),
        line.variant());
  }

  private static Object number(String shown) {
    return shown.equals(Cell.MARK) ? shown : (Object) Long.valueOf(shown);
  }
}
