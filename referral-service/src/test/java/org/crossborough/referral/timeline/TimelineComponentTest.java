package org.crossborough.referral.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.receiptArrives;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TimelineComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String AN_AMENDMENT =
      """
      {"changes":[{"field":"client.phone","value":"020 7946 0001"}],"reason":"Demo words"}
      """;
  private static final String TWO_AMENDMENTS =
      """
      {"changes":[{"field":"client.phone","value":"020 7946 0001"},
        {"field":"keyworker","value":"Demo Colleague"}],"reason":"Demo words"}
      """;
  private static final String AN_EXCEPTION =
      """
      {"code":"PARTNER_DECEASED","reason":"Demo words"}
      """;

  @Test
  void staff_see_everything_in_one_order_and_a_borough_its_coarse_part() {
    String id = anAssessedReferral();
    UUID referralId = UUID.fromString(id);
    var _ = receiptArrives(id);
    UUID enrolmentId = UUID.randomUUID();
    UUID runId = UUID.randomUUID();
    Wire.publish(
        new SafetyHoldPlaced(referralId, Instant.now(), UUID.randomUUID()),
        new EnrolmentStarted(
            enrolmentId, Instant.now(), referralId, runId, LocalDate.parse("2026-02-02")),
        new EnrolmentExited(
            enrolmentId,
            Instant.now(),
            referralId,
            runId,
            "MOVED_AWAY",
            LocalDate.parse("2026-03-02")));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() ->
            kinds(COORDINATOR, id).contains("PROGRAMME_REVIEW/OPENED")
                && kinds(COORDINATOR, id).contains("ENROLMENT/EXITED"));

    List<String> staff = kinds(COORDINATOR, id);
    List<String> borough = kinds(ISLINGTON, id);

    assertThat(staff)
        .contains("STATUS/RECEIVED", "ASSESSMENT/SUITABLE", "RECEIPT/RECEIVED", "ENROLMENT/STARTED")
        .anyMatch(kind -> kind.startsWith("TIME_LIMIT/"));
    assertThat(borough)
        .contains("STATUS/RECEIVED", "STATUS/IN_ASSESSMENT", "RECEIPT/RECEIVED", "ENROLMENT/EXITED")
        .noneMatch(kind -> kind.matches("(PROGRAMME_REVIEW|ASSESSMENT|ASSIGNMENT|TIME_LIMIT)/.*"));
    assertThat(
            read(COORDINATOR, id).jsonPath().getList("at", String.class).stream()
                .map(Instant::parse))
        .isSorted();
  }

  @Test
  void amendments_exceptions_appointments_and_waits_are_in_it_the_first_for_boroughs_too() {
    String id = anAssessedReferral();
    moved(move(COORDINATOR, id, "amendments", AN_AMENDMENT));
    String exception = created(move(COORDINATOR, id, "receipt-exceptions", AN_EXCEPTION));
    moved(beneath(MANAGER, id, "receipt-exceptions/" + exception, "approval", "{}"));
    String appointment = created(move(COORDINATOR, id, "assessment-appointments", anAppointment()));
    moved(
        beneath(
            COORDINATOR,
            id,
            "assessment-appointments/" + appointment,
            "cancellation",
            "{\"reasonCode\":\"SERVICE_ASKED\"}"));
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    moved(move(COORDINATOR, id, "waiting", "{}"));
    moved(move(COORDINATOR, id, "waiting-reviews", "{}"));

    assertThat(kinds(COORDINATOR, id))
        .contains(
            "AMENDMENT/client.phone",
            "EXCEPTION/PROPOSED",
            "EXCEPTION/APPROVED",
            "APPOINTMENT/OFFERED",
            "APPOINTMENT/CANCELLED",
            "WAITING_REVIEW/REVIEWED");
    assertThat(kinds(ISLINGTON, id))
        .contains("AMENDMENT/client.phone")
        .noneMatch(kind -> kind.matches("(EXCEPTION|APPOINTMENT|WAITING_REVIEW)/.*"));
    assertThat(read(COORDINATOR, id).asString()).doesNotContain("020 7946", "Demo words");
  }

  @ParameterizedTest
  @CsvSource({COORDINATOR + ",1", COORDINATOR + ",3", ISLINGTON + ",1", ISLINGTON + ",2"})
  void pages_lead_from_the_first_to_the_last_entry_once_each(String caller, int limit) {
    String id = anAssessedReferral();
    moved(move(COORDINATOR, id, "amendments", TWO_AMENDMENTS));
    Response whole = read(caller, id);

    List<Map<String, Object>> paged = new ArrayList<>();
    String next = "/v1/referrals/" + id + "/timeline?limit=" + limit;
    while (next != null) {
      Response page = as(caller).urlEncodingEnabled(false).get(next);
      List<Map<String, Object>> entries = page.jsonPath().getList("");
      assertThat(entries).as(page.asString()).hasSizeBetween(1, limit);
      paged.addAll(entries);
      assertThat(paged).as("a place is never led to twice").doesNotHaveDuplicates();
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    assertThat(whole.header("Link")).isNull();
    assertThat(paged).hasSizeGreaterThan(4).isEqualTo(whole.jsonPath().getList(""));
  }

  @Test
  void a_place_that_no_page_led_to_is_refused() {
    String path = "/v1/referrals/" + anAssessedReferral() + "/timeline";

    assertRefused(as(COORDINATOR).get(path + "?cursor=abc"), 400, "request/invalid-cursor");
    // A negative instant, more seen at once than there can be, and a place of another list.
    for (String made : List.of("BP__________AAAAAA", "BAAAAAAAAAAAf____w", "BQAAAAAAAAAAAAAAAA")) {
      assertRefused(as(COORDINATOR).get(path + "?cursor=" + made), 400, "request/invalid-cursor");
    }
    assertViolated(as(COORDINATOR).get(path + "?limit=101"), "limit", "RANGE");
  }

  private static String anAppointment() {
    return "{\"startsAt\":\"%s\",\"place\":\"Demo house\",\"format\":\"PHONE\"}"
        .formatted(Instant.now().plus(Duration.ofDays(1)));
  }

  private static Response beneath(String caller, String id, String what, String move, String body) {
    String path = "/v1/referrals/" + id + "/" + what;
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(COORDINATOR).get(path).header("ETag"))
        .body(body)
        .post(path + "/" + move);
  }

  @Test
  void a_borough_is_told_neither_who_nor_why_and_nobody_more_of_a_review_than_that_it_is() {
    String id = anAssessedReferral();
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(UUID.fromString(id), Instant.now(), hold));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> kinds(ASSESSOR, id).contains("PROGRAMME_REVIEW/OPENED"));

    assertThat(read(ISLINGTON, id).asString()).doesNotContain("\"by\"", "\"reasonCode\"");
    assertThat(read(COORDINATOR, id).asString())
        .contains("\"by\"")
        .doesNotContain(hold.toString())
        .doesNotContainIgnoringCase("hold");
  }

  @Test
  void another_boroughs_timeline_is_not_found() {
    String id = anAssessedReferral();

    assertRefused(as(CAMDEN).get("/v1/referrals/" + id + "/timeline"), 404, "referral/not-found");
    assertRefused(as(CAMDEN).get("/v1/referrals/" + id + "/clocks"), 403, "request/forbidden");
  }

  @Test
  void clocks_are_read_with_their_basis_and_follow_the_start_of_the_programme() {
    String id = anAssessedReferral();
    UUID referralId = UUID.fromString(id);

    Response clocks = as(COORDINATOR).get("/v1/referrals/" + id + "/clocks");

    assertThat(clocks.jsonPath().getList("limit", String.class))
        .contains("ACKNOWLEDGEMENT", "ASSESSMENT_OFFER", "START");
    assertThat(clocks.jsonPath().getList("basis", String.class))
        .allMatch(basis -> !basis.isBlank());
    assertThat(stateOfStart(id)).isEqualTo("DUE");

    Wire.publish(
        new EnrolmentStarted(
            UUID.randomUUID(),
            Instant.now(),
            referralId,
            UUID.randomUUID(),
            LocalDate.parse("2026-02-02")));

    Awaitility.await().atMost(PATIENCE).until(() -> stateOfStart(id).equals("MET"));
  }

  @Test
  void the_database_itself_keeps_the_facts_of_boroughs_apart() throws Exception {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    String sql = "select * from known_receipt where referral_id = ?";
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Psql.rows("*", sql, UUID.fromString(id)).size() == 1);

    assertThat(Psql.rows("E09000019", sql, UUID.fromString(id))).hasSize(1);
    assertThat(Psql.rows("E09000007", sql, UUID.fromString(id))).isEmpty();
    assertThat(Psql.rows("E09000007", "select * from known_enrolment")).isEmpty();
  }

  private static String stateOfStart(String id) {
    return as(COORDINATOR)
        .get("/v1/referrals/" + id + "/clocks")
        .jsonPath()
        .getString("find { it.limit == 'START' }.state");
  }

  private static List<String> kinds(String caller, String id) {
    return read(caller, id).jsonPath().getList("collect { it.kind + '/' + it.code }", String.class);
  }

  private static Response read(String caller, String id) {
    Response answer = as(caller).get("/v1/referrals/" + id + "/timeline");
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer;
  }
}
