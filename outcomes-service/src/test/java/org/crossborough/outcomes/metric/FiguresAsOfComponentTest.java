package org.crossborough.outcomes.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentTransferred;
import org.crossborough.contracts.ReferralEvent.EqualityCell;
import org.crossborough.contracts.ReferralEvent.EqualityProfilePublished;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Population;
import org.crossborough.outcomes.driver.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was known at a moment comes back, for those who might have known it then. */
@QuarkusTest
class FiguresAsOfComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";
  private static final String HACKNEY = "E09000012";
  private static final Instant THEN = Story.AT.plus(Duration.ofDays(1));
  private static final Instant CORRECTED = Story.AT.plus(Duration.ofDays(2));

  private final OutcomesApi analyst = OutcomesApi.as("demo-outcomes-analyst");
  private final OutcomesApi islington = OutcomesApi.as("demo-commissioner-borough");
  private final OutcomesApi camden = OutcomesApi.as("demo-commissioner-camden");

  @BeforeEach
  void forget() throws SQLException {
    var _ = Population.none();
  }

  @Test
  void an_attendance_that_was_corrected_since_counts_as_it_stood() {
    UUID run = UUID.randomUUID();
    UUID session = UUID.randomUUID();
    Story man = Story.of(ISLINGTON, run).said(session, 0, "ATTENDED", 150, 1);
    Wire.publish(Story.run(run, ISLINGTON));
    man.facts().forEach(Wire::publish);
    await(islington, "M-11", "2.5");

    Wire.publish(corrected((AttendanceRecorded) man.facts().getLast(), 60, 2));
    await(islington, "M-11", "1.0");

    JsonPath then = metric(islington, "M-11?asOf=" + THEN);
    assertThat(then.getString("value")).isEqualTo("2.5");
    assertThat(then.getString("asOf")).isEqualTo(THEN.toString());
    assertThat(metric(islington, "M-11?asOf=" + CORRECTED).getString("value")).isEqualTo("1.0");
    assertThat(islington.get("/v1/metrics?asOf=" + THEN).jsonPath().getString(value("M-11")))
        .isEqualTo("2.5");
    assertThat(islington.get("/v1/metrics").jsonPath().getString(value("M-11"))).isEqualTo("1.0");
  }

  @Test
  void a_man_who_went_to_another_borough_counts_then_where_he_was_then() {
    UUID here = UUID.randomUUID();
    UUID there = UUID.randomUUID();
    Story man = Story.of(HACKNEY, here).attended(0, 150);
    Wire.publish(Story.run(here, ISLINGTON), Story.run(there, CAMDEN));
    man.facts().forEach(Wire::publish);
    await(islington, "M-11", "2.5");
    UUID enrolment = man.facts().getLast().key();

    Wire.publish(
        new EnrolmentTransferred(
            enrolment, CORRECTED, man.referralId(), here, there, Story.FIRST.plusDays(7)));
    await(camden, "M-11", "2.5");

    assertThat(denominator(islington, "M-08")).isZero();
    assertThat(denominator(islington, "M-08?asOf=" + THEN)).isEqualTo(1);
    assertThat(denominator(camden, "M-08?asOf=" + THEN)).isZero();
    assertThat(denominator(analyst, "M-08?asOf=" + THEN)).isEqualTo(1);
    JsonPath groups = metric(analyst, "M-08?by=BOROUGH&period=2025-Q4&asOf=" + THEN);
    assertThat(groups.getList("groups.group", String.class)).containsExactly(ISLINGTON);
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday,                    NOT_A_MOMENT",
    "2026-03-01,                   NOT_A_MOMENT",
    "+999999999-12-31T00:00:00Z,   IN_FUTURE",
    "9999-12-31T00:00:00Z,         IN_FUTURE",
    "2025-12-31T23:59:59Z,         BEFORE_DEFINITION",
    "-999999999-01-01T00:00:00Z,   BEFORE_DEFINITION",
    "2026-02-28T00:00:00Z,         BEFORE_FIRST_FACT",
  })
  void a_moment_of_which_nothing_can_be_known_is_refused(String asOf, String code) {
    Wire.publish(Story.of(ISLINGTON, UUID.randomUUID()).facts().getFirst());
    await(analyst, "M-01", "1");

    for (String path : List.of("/v1/metrics/M-01", "/v1/metrics")) {
      JsonPath refused =
          analyst.get(path + "?asOf=" + asOf).then().statusCode(400).extract().jsonPath();
      assertThat(refused.getString("violations[0].field")).isEqualTo("asOf");
      assertThat(refused.getString("violations[0].code")).isEqualTo(code);
    }
  }

  @Test
  void london_reads_what_had_been_released_and_nothing_that_was_not() throws SQLException {
    Population people = Population.none();
    people.referred(ISLINGTON, Story.FIRST, "DRUG_SERVICE", 20);
    release("london", null);
    OutcomesApi london = OutcomesApi.as("demo-commissioner-london");
    Instant released = Instant.parse(metric(london, "M-01").getString("asOf"));
    Instant before = released.minusSeconds(1);
    // Releases are dated to the second: the next is to be of a later one.
    Awaitility.await().until(() -> Instant.now().isAfter(released.plusSeconds(1)));
    people.referred(ISLINGTON, Story.FIRST, "DRUG_SERVICE", 30);
    release("london", null);

    assertThat(metric(london, "M-01").getInt("numerator")).isEqualTo(50);
    assertThat(metric(london, "M-01?asOf=" + released).getInt("numerator")).isEqualTo(20);
    london.get("/v1/metrics/M-01?asOf=" + before).then().statusCode(404);
    assertThat(london.get("/v1/metrics?asOf=" + before).jsonPath().getMap(item("M-01")))
        .containsEntry("available", false)
        .doesNotContainKey("numerator");
    london.get("/v1/metrics/M-01?period=2025-Q4&asOf=" + released).then().statusCode(403);
  }

  @Test
  void a_frozen_return_says_what_the_figures_are_as_of_its_moment() {
    for (int man = 0; man < 3; man++) {
      Story.of(ISLINGTON, UUID.randomUUID()).assessed().facts().forEach(Wire::publish);
    }
    await(islington, "M-05", "100.0");
    await(islington, "M-01", "3");
    release("borough", ISLINGTON);
    JsonPath frozen =
        analyst
            .post("/v1/returns", order("borough", ISLINGTON))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    Wire.publish(late(ISLINGTON));
    await(islington, "M-01", "4");

    JsonPath document =
        islington.get("/v1/returns/" + frozen.getString("id") + "/document").jsonPath();
    String asOf = document.getString("asOf");
    for (String metric : List.of("M-01", "M-04", "M-05")) {
      JsonPath then = metric(islington, metric + "?period=2025-Q4&asOf=" + asOf);
      String cell = "cells.find { it.metric == '%s' && it.breakdown == 'ALL' }".formatted(metric);
      assertThat(document.getString(cell + ".numerator"))
          .as(metric)
          .isEqualTo(then.getString("numerator"));
      assertThat(document.getString(cell + ".value")).as(metric).isEqualTo(then.getString("value"));
    }
    assertThat(metric(islington, "M-01?period=2025-Q4").getInt("numerator")).isEqualTo(4);
  }

  @Test
  void of_the_equality_profile_only_the_newest_publication_is_kept() {
    Wire.publish(Story.of(ISLINGTON, UUID.randomUUID()).facts().getFirst());
    Wire.publish(
        new EqualityProfilePublished(
            UUID.randomUUID(),
            CORRECTED,
            "2025",
            "RECEIVED",
            List.of(new EqualityCell("ETHNICITY", "NOT_STATED", 20))));
    await(analyst, "M-28", "100.0");

    assertThat(metric(analyst, "M-28?asOf=" + CORRECTED).getString("value")).isEqualTo("100.0");
    JsonPath refused =
        analyst.get("/v1/metrics/M-28?asOf=" + THEN).then().statusCode(400).extract().jsonPath();
    assertThat(refused.getString("violations[0].code")).isEqualTo("NOT_KEPT");
  }

  private void release(String product, @Nullable String area) {
    analyst.post("/v1/releases", order(product, area)).then().statusCode(201);
  }

  private static String order(String product, @Nullable String area) {
    String of = area == null ? "" : ",\"area\":\"%s\"".formatted(area);
    return "{\"product\":\"%s\",\"period\":\"2025-Q4\"%s}".formatted(product, of);
  }

  private static AttendanceRecorded corrected(AttendanceRecorded first, int minutes, int revision) {
    return new AttendanceRecorded(
        first.enrolmentId(),
        CORRECTED,
        first.referralId(),
        first.runId(),
        first.sessionId(),
        first.heldOn(),
        "PARTIAL",
        minutes,
        minutes,
        revision);
  }

  /** A referral that came in the quarter and is told of after its return. */
  private static ReferralReceived late(String borough) {
    return new ReferralReceived(
        UUID.randomUUID(),
        Instant.now(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        borough,
        borough,
        borough,
        "DRUG_SERVICE",
        Story.FIRST);
  }

  private static String item(String metric) {
    return "items.find { it.id == '%s' }".formatted(metric);
  }

  private static String value(String metric) {
    return item(metric) + ".value";
  }

  private static int denominator(OutcomesApi reader, String path) {
    return metric(reader, path).getInt("denominator");
  }

  private static JsonPath metric(OutcomesApi reader, String path) {
    return reader.get("/v1/metrics/" + path).then().statusCode(200).extract().jsonPath();
  }

  private static void await(OutcomesApi reader, String metric, String value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> value.equals(reader.get("/v1/metrics/" + metric).jsonPath().getString("value")));
  }
}
