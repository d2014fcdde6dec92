package org.crossborough.outcomes.topimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Results as a table for people: what a spreadsheet would run as a formula is made text. */
final class ResultsCsv {

  private static final String FORMULA_BEGINS_WITH = "=+-@\t\r\n";

  private ResultsCsv() {}

  static String of(List<RowView> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(
          "number", "outcome", "recordReference", "topRecordId", "problem", "violations");
      for (RowView row : rows) {
        csv.writeRecord(
            Integer.toString(row.number()),
            row.outcome().name(),
            harmless(row.recordReference()),
            Objects.toString(row.topRecordId(), ""),
            Objects.toString(row.problem(), ""),
            harmless(violations(row)));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("The results could not be written", impossible);
    }
    return text.toString();
  }

  private static @Nullable String violations(RowView row) {
    return row.violations() == null
        ? null
        : row.violations().stream()
            .map(violation -> violation.field() + ":" + violation.code())
            .collect(Collectors.joining(" "));
  }

  /** A leading apostrophe is what spreadsheets take for "this is text". */
  static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return FORMULA_BEGINS_WITH.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
