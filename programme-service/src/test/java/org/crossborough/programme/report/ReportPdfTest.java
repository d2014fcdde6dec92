package org.crossborough.programme.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPdfTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Example",
        "<script>alert(1)</script>",
        "&amp; ]]> <!-- -->",
        "Łukasz Żółć",
        "Αλέξανδρος",
        "Олександр",
        "José \"Pepe\""
      })
  void whatever_a_man_is_called_is_printed_as_it_is(String name) throws IOException {
    assertThat(text(name)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "a\u0007b", "\ud800", "😀", "שלום"})
  void what_cannot_be_printed_breaks_nothing(String name) throws IOException {
    assertThat(text(name)).contains("Progress report");
  }

  private static String text(String name) throws IOException {
    ReportFacts facts =
        new ReportFacts(
            ReportFacts.Kind.PROGRESS,
            LocalDate.of(2026, 2, 20),
            new ReportFacts.Name(name, "Person"),
            new ReportFacts.Programme(
                "MEN_AND_MASCULINITIES", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 3, 20)),
            "ACTIVE",
            LocalDate.of(2026, 2, 2),
            null,
            new ReportFacts.Hours(300, 150, 1800),
            new ReportFacts.Attendance(1, 1, 0, 0, 0, 0, 0),
            List.of(new ReportFacts.Module("MASCULINITY", true)),
            List.of(new ReportFacts.Review("INTAKE", LocalDate.of(2026, 2, 2), "PARTLY")));
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(facts))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Progress report");
      return new PDFTextStripper().getText(document);
    }
  }
}
