package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aRun;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WayToAPlaceComponentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void from_receipt_to_a_place_each_step_is_kept_and_told() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "at-risk-request", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{\"offeredOn\":\"2026-01-08\"}"));
    moved(move(ASSESSOR, id, "assessments", signed("FURTHER_APPOINTMENT")));
    moved(move(ASSESSOR, id, "assessments", signed("SUITABLE")));
    UUID receipt = receiptArrives(id);
    moved(move(ASSESSOR, id, "acceptance", "{\"decidedOn\":\"2026-01-13\"}"));
    moved(move(COORDINATOR, id, "waiting", "{}"));
    RunScheduled run = knownRun();
    Response placed =
        move(COORDINATOR, id, "allocation", "{\"runId\":\"%s\"}".formatted(run.runId()));

    moved(placed);
    assertThat(placed.jsonPath().getString("status")).isEqualTo("ALLOCATED");
    assertThat(placed.jsonPath().getString("allocation.runId")).isEqualTo(run.runId().toString());
    assertThat(placed.jsonPath().getString("allocation.startsOn")).isEqualTo("2026-02-02");
    assertThat(placed.jsonPath().getString("atRiskHandoff.receiptId"))
        .isEqualTo(receipt.toString());
    assertThat(placed.jsonPath().getInt("atRiskHandoff.personCount")).isEqualTo(1);
    assertThat(as(MANAGER).get("/v1/referrals/" + id + "/history").jsonPath().getList("to"))
        .containsExactly(
            "RECEIVED",
            "IN_TRIAGE",
            "AWAITING_AT_RISK_DETAILS",
            "ASSESSMENT_OFFERED",
            "IN_ASSESSMENT",
            "IN_ASSESSMENT",
            "ACCEPTED",
            "WAITING_LIST",
            "ALLOCATED");
    assertTold(id, run);
  }

  private static void assertTold(String id, RunScheduled run) {
    UUID referral = UUID.fromString(id);
    assertThat(Wire.await(ReferralTriaged.class, e -> e.referralId().equals(referral))).isNotNull();
    assertThat(
            Wire.await(
                    AssessmentCompleted.class,
                    e -> e.referralId().equals(referral) && e.result().equals("SUITABLE"))
                .assessedOn())
        .isEqualTo(LocalDate.parse("2026-01-12"));
    assertThat(Wire.await(ReferralAccepted.class, e -> e.referralId().equals(referral)).decidedOn())
        .isEqualTo(LocalDate.parse("2026-01-13"));
    ReferralAllocated allocated =
        Wire.await(ReferralAllocated.class, e -> e.referralId().equals(referral));
    assertThat(allocated.runId()).isEqualTo(run.runId());
    assertThat(allocated.referringBoroughCode()).isEqualTo("E09000019");
  }

  @Test
  void acceptance_names_the_condition_that_is_not_met() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    assertRefused(move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/illegal-transition");
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    moved(move(ASSESSOR, id, "assessments", signed("NOT_SUITABLE")));

    assertNotAccepted(id, "at-risk-receipt-missing");
    var _ = receiptArrives(id);
    assertNotAccepted(id, "assessment-not-suitable");
    moved(move(ASSESSOR, id, "assessments", "{\"result\":\"SUITABLE\"}"));
    assertRefused(
        move(COORDINATOR, id, "acceptance", "{\"decidedOn\":\"2019-12-31\"}"),
        409,
        "referral/borough-not-participating");

    moved(move(COORDINATOR, id, "acceptance", "{\"decidedOn\":\"2020-01-01\"}"));
  }

  @Test
  void acceptance_names_all_that_is_missing_and_is_refused_for_the_first() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    moved(move(ASSESSOR, id, "assessments", signed("NOT_SUITABLE")));
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(UUID.fromString(id), Instant.now(), hold));
    awaitHold(hold, "closed_at is null");

    Response answer = move(COORDINATOR, id, "acceptance", "{\"decidedOn\":\"2019-12-31\"}");

    assertRefused(answer, 409, "referral/at-risk-receipt-missing");
    assertThat(answer.jsonPath().getList("violations.code", String.class))
        .containsExactly(
            "AT_RISK_RECEIPT_MISSING",
            "ASSESSMENT_NOT_SUITABLE",
            "PROGRAMME_REVIEW",
            "BOROUGH_NOT_PARTICIPATING");
  }

  @Test
  void a_hold_stops_a_place_as_well() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(UUID.fromString(id), Instant.now(), hold));
    awaitHold(hold, "closed_at is null");

    assertRefused(
        move(COORDINATOR, id, "allocation", "{\"runId\":\"%s\"}".formatted(knownRun().runId())),
        409,
        "referral/programme-review");
  }

  @Test
  void a_hold_stops_acceptance_without_a_trace_for_the_borough() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    String before = get(ISLINGTON, id).asString();
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(UUID.fromString(id), Instant.now(), hold));
    awaitHold(hold, "closed_at is null");

    assertNotAccepted(id, "programme-review");
    assertThat(get(ISLINGTON, id).asString()).isEqualTo(before);
    Wire.publish(new SafetyHoldLifted(UUID.fromString(id), Instant.now(), hold));
    awaitHold(hold, "closed_at is not null");

    moved(move(COORDINATOR, id, "acceptance", "{}"));
  }

  @Test
  void a_place_is_on_a_run_that_is_known() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "acceptance", "{}"));

    assertRefused(
        move(COORDINATOR, id, "allocation", "{\"runId\":\"%s\"}".formatted(UUID.randomUUID())),
        409,
        "referral/unknown-run");
  }

  @Test
  void a_man_joins_a_run_with_its_beginning_or_later() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    String body = "{\"runId\":\"%s\",\"startsOn\":\"%%s\"}".formatted(knownRun().runId());

    assertViolated(
        move(COORDINATOR, id, "allocation", body.formatted("2026-02-01")),
        "startsOn",
        "BEFORE_RUN");
    Response placed = move(COORDINATOR, id, "allocation", body.formatted("2026-02-09"));

    moved(placed);
    assertThat(placed.jsonPath().getString("allocation.startsOn")).isEqualTo("2026-02-09");
  }

  @Test
  void a_fifth_assessment_is_one_too_many() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    for (int i = 0; i < 4; i++) {
      moved(move(ASSESSOR, id, "assessments", signed("FURTHER_APPOINTMENT")));
    }

    assertRefused(
        move(ASSESSOR, id, "assessments", "{\"result\":\"SUITABLE\"}"),
        409,
        "referral/assessment-limit");
  }

  @Test
  void what_has_not_come_yet_cannot_have_happened() {
    String id = anAssessedReferral();

    assertViolated(
        move(COORDINATOR, id, "acceptance", "{\"decidedOn\":\"2999-01-01\"}"),
        "decidedOn",
        "IN_FUTURE");
    assertViolated(
        move(
            ASSESSOR, id, "assessments", "{\"result\":\"SUITABLE\",\"assessedOn\":\"2999-01-01\"}"),
        "assessedOn",
        "IN_FUTURE");
  }

  @Test
  void a_move_needs_the_version_that_was_seen() {
    String id = aReferral(ISLINGTON);
    String path = "/v1/referrals/" + id + "/triage";

    assertRefused(
        as(COORDINATOR).header("Idempotency-Key", UUID.randomUUID()).body("{}").post(path),
        428,
        "request/precondition-required");
    assertRefused(
        as(COORDINATOR)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", "\"7\"")
            .body("{}")
            .post(path),
        412,
        "request/stale");
    assertThat(move(COORDINATOR, id, "triage", "{}").header("ETag")).isEqualTo("\"1\"");
  }

  @Test
  void of_two_who_saw_the_same_version_one_moves_the_referral() throws Exception {
    String id = aReferral(ISLINGTON);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> attempt = () -> triage(id, UUID.randomUUID().toString()).statusCode();
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : callers.invokeAll(List.of(attempt, attempt))) {
        answers.add(answer.get());
      }

      assertThat(answers).containsExactlyInAnyOrder(200, 412);
    }
  }

  @Test
  void a_repeated_move_is_answered_as_the_first_although_the_version_has_moved_on() {
    String id = aReferral(ISLINGTON);
    String key = UUID.randomUUID().toString();

    Response first = triage(id, key);
    Response second = triage(id, key);

    moved(first);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
  }

  @Test
  void each_move_is_for_its_role() {
    String id = aReferral(ISLINGTON);

    for (String step : new String[] {"triage", "at-risk-request", "waiting", "decline"}) {
      assertRefused(move(ISLINGTON, id, step, "{}"), 403, "request/forbidden");
      assertRefused(move(ASSESSOR, id, step, "{}"), 403, "request/forbidden");
    }
    assertRefused(move(COORDINATOR, id, "assessments", "{}"), 403, "request/forbidden");
    assertRefused(move(MANAGER, id, "acceptance", "{}"), 403, "request/forbidden");
    assertRefused(as(ISLINGTON).get("/v1/referrals/" + id + "/history"), 403, "request/forbidden");
  }

  @Test
  void a_cancelled_run_takes_nobody_and_a_moved_one_takes_him_from_its_new_day() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    RunScheduled cancelled = knownRun();
    RunScheduled moved = knownRun();
    LocalDate later = LocalDate.parse("2026-03-02");
    Wire.publish(
        new RunCancelled(cancelled.runId(), Instant.now()),
        new RunRescheduled(moved.runId(), Instant.now(), later, later.plusWeeks(7)));
    awaitRun(cancelled, "cancelled");
    awaitRun(moved, "starts_on = '2026-03-02'");

    assertRefused(
        move(COORDINATOR, id, "allocation", "{\"runId\":\"%s\"}".formatted(cancelled.runId())),
        409,
        "referral/run-cancelled");
    Response placed =
        move(COORDINATOR, id, "allocation", "{\"runId\":\"%s\"}".formatted(moved.runId()));
    moved(placed);
    assertThat(placed.jsonPath().getString("allocation.startsOn")).isEqualTo("2026-03-02");
  }

  @Test
  void an_older_fact_about_a_run_does_not_undo_a_newer_one() {
    RunScheduled run = knownRun();
    LocalDate later = LocalDate.parse("2026-03-02");
    Wire.publish(new RunRescheduled(run.runId(), Instant.now(), later, later.plusWeeks(7)));
    awaitRun(run, "starts_on = '2026-03-02'");

    RunScheduled behind = knownRunAfter(run);

    awaitRun(behind, "true");
    awaitRun(run, "starts_on = '2026-03-02'");
  }

  /** Sends a run's first fact again, and then another run by which to see that it was read. */
  private static RunScheduled knownRunAfter(RunScheduled repeated) {
    Wire.publish(repeated);
    return knownRun();
  }

  private static RunScheduled knownRun() {
    RunScheduled run = aRun();
    Wire.publish(run);
    awaitRun(run, "true");
    return run;
  }

  private static void awaitRun(RunScheduled run, String condition) {
    String sql = "select count(*) from known_run where id = ? and " + condition;
    Awaitility.await().atMost(PATIENCE).until(() -> Psql.count(sql, run.runId()) == 1);
  }

  private static Response triage(String id, String key) {
    return as(COORDINATOR)
        .header("Idempotency-Key", key)
        .header("If-Match", "\"0\"")
        .body("{}")
        .post("/v1/referrals/" + id + "/triage");
  }

  private static String signed(String result) {
    return """
    {"assessedOn":"2026-01-12","result":"%s",
     "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12"}}
    """
        .formatted(result);
  }

  private static void assertNotAccepted(String id, String code) {
    assertRefused(move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/" + code);
  }

  private static void awaitHold(UUID hold, String condition) {
    String sql = "select count(*) from programme_review where id = ? and " + condition;
    Awaitility.await().atMost(PATIENCE).until(() -> Psql.count(sql, hold) == 1);
  }
}
