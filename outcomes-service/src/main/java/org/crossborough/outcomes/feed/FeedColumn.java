package org.crossborough.outcomes.feed;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of a feed as a file, and what its metadata says of each. There is no other list. */
enum FeedColumn {
  PRODUCT("product", "string", "Which feed", CellView::product),
  AREA("area", "string", "GSS code of the area the figures are about", CellView::area),
  PERIOD("period", "string", "Quarter of the financial year, or the year", CellView::period),
  VERSION(
      "version", "integer", "A higher version of a period replaces the lower", CellView::version),
  AS_OF("asOf", "dateTime", "The moment whose knowledge was counted", CellView::asOf),
  POLICY("policy", "string", "The disclosure policy that was applied", CellView::policy),
  SECTION("section", "string", "The table it is a line of", CellView::section),
  METRIC("metric", "string", "The catalogue id", CellView::metric),
  BREAKDOWN(
      "breakdown", "string", "Which line of the table; ALL is its total", CellView::breakdown),
  NUMERATOR("numerator", FeedColumn.NUMBER, "Exact or rounded; * when hidden", CellView::numerator),
  DENOMINATOR(
      "denominator", FeedColumn.NUMBER, "Likewise; empty of a plain count", CellView::denominator),
  VALUE(
      "value",
      FeedColumn.NUMBER,
      "A count, or a percentage rounded half up once; * when suppressed; empty when undefined",
      CellView::value),
  UNIT("unit", "string", "COUNT or PERCENT", CellView::unit),
  SUPPRESSED(
      "suppressed", "boolean", "Whether anything of the line is hidden", CellView::suppressed),
  VARIANT(
      "variant",
      "string",
      "Which figure of a metric that has several; empty of a metric that has one",
      CellView::variant);

  /** A number or the mark: no CSVW datatype of its own. */
  static final String NUMBER = "number-or-mark";

  private final String title;
  private final String datatype;
  private final String description;
  private final Function<CellView, ? extends @Nullable Object> cell;

  FeedColumn(
      String title,
      String datatype,
      String description,
      Function<CellView, ? extends @Nullable Object> cell) {
    this.title = title;
    this.datatype = datatype;
    this.description = description;
    this.cell = cell;
  }

  String title() {
    return title;
  }

  String datatype() {
    return datatype;
  }

  String description() {
    return description;
  }

  /** What stands in this column; empty for what is absent. Codes and numbers only: no formula. */
  String of(CellView line) {
    return Objects.toString(cell.apply(line), "");
  }
}
