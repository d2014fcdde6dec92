package org.crossborough.programme.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
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

  @Test
  void a_completion_report_reads_from_top_to_bottom() throws IOException {
    List<String> lines =
        text(facts(ReportFacts.Kind.COMPLETION, "Example"))
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();

    assertThat(lines)
        .containsSubsequence(
            "Completion report",
            "Name Example Person",
            "Programme Men and masculinities",
            "Run 2 February 2026 to 20 March 2026",
            "Started 2 February 2026",
            "Attendance",
            "Sessions recorded 1",
            "Countable minutes 150",
            "Countable minutes needed 1800",
            "Modules",
            "Masculinity Covered",
            "Reviews",
            "Intake, 2 February 2026 Takes responsibility: Partly");
  }

  private static String text(String name) throws IOException {
    return text(facts(ReportFacts.Kind.PROGRESS, name));
  }

  private static ReportFacts facts(ReportFacts.Kind kind, String name) {
    return new ReportFacts(
        kind,
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
  }

  private static String text(ReportFacts facts) throws IOException {
    try (PDDocument document = Loader.loadPDF(ReportPdf.of(facts))) {
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(
              facts.kind() == ReportFacts.Kind.COMPLETION
                  ? "Completion report"
                  : "Progress report");
      return new PDFTextStripper().getText(document);
    }
  }
}
