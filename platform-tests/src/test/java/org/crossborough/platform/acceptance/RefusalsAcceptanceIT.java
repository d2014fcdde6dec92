package org.crossborough.platform.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.crossborough.platform.acceptance.AcceptancePlatform.UnderTest;
import org.crossborough.platform.driver.Answer;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.Call;
import org.crossborough.platform.driver.CoordinatorDesk;
import org.crossborough.platform.driver.NewReferral;
import org.crossborough.platform.driver.NewScreening;
import org.crossborough.platform.driver.Referral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is refused, by name and without a trace. */
@ExtendWith(AcceptancePlatform.class)
class RefusalsAcceptanceIT {

  private static final String CAMDEN = "E09000007";
  private static final String CAMDEN_CLIENT = "demo-borough-camden";

  @ParameterizedTest
  @EnumSource
  void a_body_that_is_no_json_is_refused(Step step, UnderTest platform) {
    Answer answer = platform.api().send(step.malformed(randomId()));

    assertRefused(answer, 400, "/problems/request/malformed-body");
  }

  @ParameterizedTest
  @EnumSource
  void a_field_nobody_knows_is_refused(Step step, UnderTest platform) {
    Answer answer = platform.api().send(step.withUnknownField(randomId()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("violations").findValuesAsText("code")).contains("UNKNOWN_FIELD");
  }

  @ParameterizedTest
  @EnumSource
  void an_unknown_id_and_an_empty_form_are_refused(Step step, UnderTest platform) {
    Answer answer = platform.api().send(step.rightly(randomId()));

    assertThat(answer.status()).as(answer.text()).isEqualTo(step.isAboutSomething() ? 404 : 400);
    assertThat(answer.problem()).startsWith("/problems/");
  }

  @ParameterizedTest
  @EnumSource
  void the_wrong_role_is_refused(Step step, UnderTest platform) {
    Answer answer = platform.api().send(step.byStranger(randomId()));

    assertThat(answer.status()).as(answer.text()).isIn(403, 404);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @EnumSource
  void an_account_with_roles_of_both_sides_is_refused_everywhere(Step step, UnderTest platform) {
    Answer answer = platform.api().send(step.by("demo-role-conflict", randomId()));

    assertRefused(answer, 403, "/problems/request/role-conflict");
  }

  @ParameterizedTest
  @CsvSource({
    "referral-service, /v1/referrals",
    "programme-service, /v1/runs",
    "safety-service, /v1/survivor-cases",
    "outcomes-service, /v1/metrics"
  })
  void each_service_refuses_such_an_account_by_itself(
      String service, String path, UnderTest platform) throws IOException {
    String url = platform.platform().urlOf(service);

    Answer answer = platform.apiAt(url).exchange(Call.get(path).as("demo-role-conflict"));

    assertRefused(answer, 403, "/problems/request/role-conflict");
  }

  @Test
  void a_man_without_a_receipt_is_not_accepted(UnderTest platform) {
    CoordinatorDesk desk = new CoordinatorDesk(platform.api());
    String story = Names.unique("no-receipt");
    Referral referral = refer(platform, story);
    LocalDate day = LocalDate.of(2025, 4, 14);
    desk.triage(story + "/triage", referral.id());
    desk.offerAssessment(story + "/offer", referral.id(), day);
    desk.findSuitable(story + "/assessment", referral.id(), day);
    String etag =
        platform
            .api()
            .require(Call.get("/v1/referrals/" + referral.id()).as("demo-referral-coordinator"))
            .etag();

    Answer answer =
        platform
            .api()
            .send(
                Call.post(
                        "/v1/referrals/" + referral.id() + "/acceptance",
                        story + "/acceptance",
                        Map.of())
                    .as("demo-referral-coordinator")
                    .with("If-Match", etag));

    assertRefused(answer, 409, "/problems/referral/at-risk-receipt-missing");
    assertThat(desk.referral(referral.id()).status()).isEqualTo("IN_ASSESSMENT");
  }

  @Test
  void a_move_out_of_order_is_refused(UnderTest platform) {
    String story = Names.unique("out-of-order");
    Referral referral = refer(platform, story);
    Call read = Call.get("/v1/referrals/" + referral.id()).as("demo-referral-coordinator");

    Answer answer =
        platform
            .api()
            .send(
                Call.post(read.path() + "/waiting", story + "/waiting", Map.of())
                    .as("demo-referral-coordinator")
                    .with("If-Match", platform.api().require(read).etag()));

    assertRefused(answer, 409, "/problems/referral/illegal-transition");
  }

  @Test
  void a_version_that_has_passed_is_refused(UnderTest platform) {
    String story = Names.unique("stale");
    Referral referral = refer(platform, story);

    Answer answer =
        platform
            .api()
            .send(
                Call.post("/v1/referrals/" + referral.id() + "/triage", story + "/triage", Map.of())
                    .as("demo-referral-coordinator")
                    .with("If-Match", "\"99\""));

    assertRefused(answer, 412, "/problems/request/stale");
  }

  @Test
  void a_key_that_was_used_for_something_else_is_refused(UnderTest platform) {
    BoroughClient borough = new BoroughClient(platform.api(), CAMDEN_CLIENT);
    String key = Names.unique("reused");
    Instant at = Instant.parse("2025-04-07T10:00:00Z");
    String first = borough.screen(key, NewScreening.positive(CAMDEN, at));

    Answer other =
        platform
            .api()
            .send(
                Call.post("/v1/screenings", key, NewScreening.positive(CAMDEN, at.plusSeconds(60)))
                    .as(CAMDEN_CLIENT));

    assertRefused(other, 422, "/problems/request/idempotency-key-reused");
    assertThat(borough.screen(key, NewScreening.positive(CAMDEN, at))).isEqualTo(first);
  }

  @Test
  void a_change_without_a_key_is_refused(UnderTest platform) {
    Call call =
        Call.post("/v1/screenings", "key", screening())
            .as(CAMDEN_CLIENT)
            .without("Idempotency-Key");

    assertRefused(platform.api().send(call), 400, "/problems/request/idempotency-key-required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "a.b.c.d.e", "{\"persons\":[]}"})
  void an_envelope_that_cannot_be_opened_is_refused_in_one_way(
      String envelope, UnderTest platform) {
    Call call = BoroughClient.sealed(Names.unique("envelope"), envelope).as(CAMDEN_CLIENT);

    assertRefused(platform.api().send(call), 400, "/problems/intake/unreadable-envelope");
  }

  @Test
  void a_token_that_has_expired_is_refused(UnderTest platform) {
    String token = platform.platform().tokenOf("demo-assessor", "demo-short-lived");
    Call call = Call.get("/v1/referrals").with("Authorization", "Bearer " + token);

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(platform.api().send(call).status()).isEqualTo(401));
    assertThat(platform.api().send(call).problem()).isEqualTo("/problems/request/unauthenticated");
  }

  private static Referral refer(UnderTest platform, String story) {
    BoroughClient borough = new BoroughClient(platform.api(), CAMDEN_CLIENT);
    String screening = borough.screen(story + "/screening", screening());
    NewReferral.Client man =
        new NewReferral.Client(
            "Demo", "Man", LocalDate.of(1985, 3, 2), "M", "020 7946 0999", CAMDEN);
    return borough.refer(
        story + "/referral",
        new NewReferral(
            "DEMO-" + story,
            CAMDEN,
            LocalDate.of(2025, 4, 8),
            "DRUG_SERVICE",
            "Demo treatment service",
            screening,
            man,
            "Demo treatment provider",
            "DEMO-EPISODE",
            "ALCOHOL",
            true,
            true,
            null));
  }

  private static NewScreening screening() {
    return NewScreening.positive(CAMDEN, Instant.parse("2025-04-07T10:00:00Z"));
  }

  private static void assertRefused(Answer answer, int status, String problem) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.problem()).isEqualTo(problem);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  private static String randomId() {
    return UUID.randomUUID().toString();
  }
}
