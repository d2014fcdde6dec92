package org.crossborough.programme.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportsComponentTest {

  private RunFixture run;
  private ManFixture man;

  @BeforeEach
  void prepare() {
    run = RunFixture.held(3);
    man = ManFixture.cleared(run);
  }

  @Test
  void a_progress_report_says_how_he_attended_in_data_and_in_print() throws IOException {
    take(0, man.line("ATTENDED", 300));
    take(1, man.line("TURNED_AWAY_INTOXICATED", 0));

    Response data = get(man.path() + "/progress-report");
    Response print = get(man.path() + "/progress-report.pdf");

    assertThat(data.statusCode()).as(data.asString()).isEqualTo(200);
    assertThat(data.<Integer>path("hours.countableMinutes")).isEqualTo(150);
    assertThat(data.<Integer>path("attendance.attended")).isEqualTo(1);
    assertThat(data.<Integer>path("attendance.other")).isEqualTo(1);
    assertThat(data.<Boolean>path("modules[0].covered")).isTrue();
    assertThat(data.asString()).doesNotContain("INTOXICATED");
    assertThat(print.statusCode()).isEqualTo(200);
    assertThat(print.contentType()).startsWith("application/pdf");
    assertThat(print.header("Cache-Control")).isEqualTo("no-store");
    assertThat(text(print.asByteArray()))
        .contains("Progress report", "Example Person", "Countable minutes", "150", "Masculinity");
  }

  @Test
  void neither_a_hold_nor_a_suspension_shows_why_or_that_it_is_there() throws IOException {
    take(0, man.line("ATTENDED", 300));
    String before = get(man.path() + "/progress-report").asString();
    Wire.publish(
        new SafetyHoldPlaced(
            man.referralId(), Instant.parse("2025-02-04T09:00:00Z"), UUID.randomUUID()));
    man.awaitThat("review", "PROGRAMME_REVIEW");

    assertThat(get(man.path() + "/progress-report").asString()).isEqualTo(before);

    Response suspended =
        move(
            man.path(),
            "suspension",
            Map.of(
                "reasonCode",
                "NEW_VIOLENCE_UNDER_REVIEW",
                "suspendedOn",
                "2025-02-05",
                "reviewOn",
                "2025-02-20"));
    assertThat(suspended.statusCode()).as(suspended.asString()).isEqualTo(200);
    Response report = get(man.path() + "/progress-report");
    assertThat(report.<String>path("status")).isEqualTo("SUSPENDED");
    assertThat(report.asString()).doesNotContain("VIOLENCE_UNDER").doesNotContain("REVIEW\"");
    assertThat(text(get(man.path() + "/progress-report.pdf").asByteArray()))
        .doesNotContainIgnoringCase("new violence")
        .doesNotContainIgnoringCase("programme review");
  }

  @Test
  void a_completion_report_needs_a_completion() {
    Response refused = get(man.path() + "/completion-report");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/report/not-completed");
    assertThat(get(man.path() + "/completion-report.pdf").statusCode()).isEqualTo(409);
    assertThat(get("/v1/enrolments/" + UUID.randomUUID() + "/progress-report.pdf").statusCode())
        .isEqualTo(404);
    assertThat(as("demo-borough-camden").get(man.path() + "/progress-report").statusCode())
        .isEqualTo(403);
  }

  private void take(int session, Map<String, Object> line) {
    Response answer = ProgrammeApi.register(run.sessionIds().get(session), register(line));
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
