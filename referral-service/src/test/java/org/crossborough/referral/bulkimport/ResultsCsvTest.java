package org.crossborough.referral.bulkimport;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crossborough.chassis.problem.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsCsvTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")"})
  void what_a_spreadsheet_would_run_is_made_text(String cell) {
    assertThat(ResultsCsv.harmless(cell)).isEqualTo("'" + cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISL-0001", "a=b", "1+1", ""})
  void other_text_stays_as_it_is(String cell) {
    assertThat(ResultsCsv.harmless(cell)).isEqualTo(cell);
  }

  @Property
  void any_text_comes_back_as_one_cell(@ForAll String reference, @ForAll String field)
      throws IOException {
    RowView row =
        new RowView(
            7,
            RowView.Outcome.REFUSED,
            reference,
            null,
            "/problems/request/invalid",
            List.of(new Violation(field, "CODE", "")));

    try (CsvReader<CsvRecord> read =
        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(ResultsCsv.of(List.of(row)))) {
      List<CsvRecord> records = read.stream().toList();
      assertThat(records).hasSize(2);
      assertThat(records.getLast().getField(2)).isEqualTo(ResultsCsv.harmless(reference));
      assertThat(records.getLast().getField(5)).isEqualTo(ResultsCsv.harmless(field + ":CODE"));
    }
  }
}
