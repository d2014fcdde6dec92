package org.crossborough.referral.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralSentTwice;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AssessingAManComponentTest {

  private static final String PAST =
      """
      {"startsAt":"2026-01-12T14:00:00Z","place":"Demo treatment service, room 2",
       "offeredOn":"2026-01-08"}
      """;

  @Test
  void the_first_appointment_offers_the_assessment_and_later_ones_add_to_it() {
    String id = inTriage();

    String appointment = created(offer(id, PAST));
    var _ = created(offer(id, PAST.replace("01-12", "01-19")));

    assertThat(get(COORDINATOR, id).jsonPath().getString("status")).isEqualTo("ASSESSMENT_OFFERED");
    JsonPath seen = as(ASSESSOR).get(path(id, appointment)).jsonPath();
    assertThat(seen.getString("status")).isEqualTo("OFFERED");
    assertThat(seen.getInt("minutes")).isEqualTo(60);
    assertThat(seen.getString("format")).isEqualTo("IN_PERSON");
    assertThat(as(MANAGER).get(path(id, "")).jsonPath().getList("items.startsAt"))
        .containsExactly("2026-01-19T14:00:00Z", "2026-01-12T14:00:00Z");
  }

  @Test
  void nobody_is_invited_before_triage_or_after_the_end() {
    String id = aReferralSentTwice(ISLINGTON);

    assertRefused(offer(id, PAST), 409, "referral/illegal-transition");
    moved(move(COORDINATOR, id, "duplicate", "{}"));
    assertRefused(offer(id, PAST), 409, "referral/illegal-transition");
  }

  @Test
  void an_appointment_has_a_sound_time_and_a_place_that_is_no_address() {
    String id = inTriage();

    assertViolated(offer(id, PAST.replace("2026", "2999")), "startsAt", "RANGE");
    assertViolated(
        offer(id, PAST.replace("room 2", "N1 1AA")), "place", "CONTAINS_CONTACT_DETAILS");
    assertViolated(offer(id, PAST.replace("{\"", "{\"minutes\":10,\"")), "minutes", "MIN");
    assertRefused(
        offer(id, PAST.replace("2026-01-12T14:00:00Z", "tomorrow")), 400, "request/malformed-body");
  }

  @Test
  void what_was_found_is_kept_criterion_by_criterion_with_the_appointment_that_was_kept() {
    String id = inTriage();
    String appointment = created(offer(id, PAST));

    moved(
        move(
            ASSESSOR,
            id,
            "assessments",
            """
            {"assessedOn":"2026-01-12","result":"DEFER_STABILISE","appointmentId":"%s",
             "findings":{"STABLE_SUBSTANCE_USE":"NOT_MET","ACKNOWLEDGES_ABUSE":"MET"},
             "acknowledgement":"PARTIAL","childrenSafeguardingConsidered":true,
             "confidentialityAgreement":
               {"version":"2","signedOn":"2026-01-12","explainedBy":"demo-keyworker"}}
            """
                .formatted(appointment)));

    JsonPath found =
        as(ASSESSOR).get("/v1/referrals/" + id + "/assessments").jsonPath().setRootPath("items[0]");
    assertThat(found.getInt("number")).isEqualTo(1);
    assertThat(found.getString("appointmentId")).isEqualTo(appointment);
    assertThat(found.getString("acknowledgement")).isEqualTo("PARTIAL");
    assertThat(found.getBoolean("childrenSafeguardingConsidered")).isTrue();
    assertThat(found.getList("criteria")).hasSize(Criterion.values().length);
    assertThat(found.getString("criteria.find{it.criterion=='STABLE_SUBSTANCE_USE'}.effect"))
        .isEqualTo("DEFER_STABILISE");
    assertThat(found.getString("criteria.find{it.criterion=='ACKNOWLEDGES_ABUSE'}.finding"))
        .isEqualTo("MET");
    assertThat(found.getString("criteria.find{it.criterion=='READY_FOR_A_GROUP'}.finding"))
        .isEqualTo("NOT_ASSESSED");
    assertThat(as(ASSESSOR).get(path(id, appointment)).jsonPath().getString("status"))
        .isEqualTo("KEPT");
    assertThat(
            as(MANAGER)
                .get("/v1/referrals/" + id + "/confidentiality-agreements")
                .jsonPath()
                .getString("items[0].explainedBy"))
        .isEqualTo("demo-keyworker");
  }

  @Test
  void nobody_is_assessed_who_has_not_signed_by_then() {
    String id = inTriage();
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    String assessment = "{\"assessedOn\":\"2026-01-12\",\"result\":\"SUITABLE\"}";

    assertRefused(
        move(ASSESSOR, id, "assessments", assessment),
        409,
        "referral/confidentiality-agreement-missing");
    moved(sign(id, "2026-01-13"));
    assertRefused(
        move(ASSESSOR, id, "assessments", assessment),
        409,
        "referral/confidentiality-agreement-missing");
    moved(sign(id, "2026-01-11"));

    moved(move(ASSESSOR, id, "assessments", assessment));
    assertViolated(sign(id, "2999-01-01"), "signedOn", "IN_FUTURE");
  }

  @Test
  void a_result_fits_what_was_found() {
    String id = inTriage();
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    moved(sign(id, "2026-01-11"));

    assertViolated(
        move(
            ASSESSOR,
            id,
            "assessments",
            """
            {"result":"SUITABLE","findings":{"NO_CRIMINAL_PROCEEDINGS":"NOT_MET"}}
            """),
        "result",
        "CRITERION_NOT_MET");
    assertRefused(
        move(
            ASSESSOR,
            id,
            "assessments",
            "{\"result\":\"SUITABLE\",\"findings\":{\"HAIR\":\"MET\"}}"),
        400,
        "request/malformed-body");
  }

  @Test
  void an_appointment_is_kept_once_and_beneath_its_own_referral() {
    String id = inTriage();
    String appointment = created(offer(id, PAST));
    moved(sign(id, "2026-01-11"));
    String body = "{\"result\":\"FURTHER_APPOINTMENT\",\"appointmentId\":\"%s\"}";

    moved(move(ASSESSOR, id, "assessments", body.formatted(appointment)));
    assertRefused(
        move(ASSESSOR, id, "assessments", body.formatted(appointment)),
        409,
        "assessment/appointment-closed");
    assertRefused(
        move(ASSESSOR, id, "assessments", body.formatted(UUID.randomUUID())),
        409,
        "assessment/appointment-unknown");
    assertThat(
            as(ASSESSOR)
                .get("/v1/referrals/" + id + "/assessments")
                .jsonPath()
                .getList("items.number"))
        .containsExactly(1);
  }

  @Test
  void a_man_who_misses_two_appointments_may_be_closed_and_not_before() {
    String id = inTriage();
    String first = created(offer(id, PAST));
    moved(close(id, first, "non-attendance", "{}"));
    assertRefused(
        move(COORDINATOR, id, "no-contact-closure", "{}"),
        409,
        "referral/too-few-appointments-missed");
    String cancelled = created(offer(id, PAST));
    moved(close(id, cancelled, "cancellation", "{\"reasonCode\":\"SERVICE_ASKED\"}"));
    assertRefused(
        move(COORDINATOR, id, "no-contact-closure", "{}"),
        409,
        "referral/too-few-appointments-missed");
    String second = created(offer(id, PAST));
    moved(close(id, second, "non-attendance", "{}"));

    moved(move(COORDINATOR, id, "no-contact-closure", "{}"));

    ReferralClosed told =
        Wire.await(ReferralClosed.class, e -> e.referralId().toString().equals(id));
    assertThat(told.ending()).isEqualTo("CLOSED_NO_CONTACT");
    assertThat(told.reasonCode()).isEqualTo("NO_CONTACT");
  }

  @Test
  void what_was_missed_before_a_reopening_does_not_count_after_it() {
    String id = inTriage();
    for (int i = 0; i < 2; i++) {
      moved(close(id, created(offer(id, PAST)), "non-attendance", "{}"));
    }
    moved(move(COORDINATOR, id, "no-contact-closure", "{}"));
    moved(move(MANAGER, id, "reopening", "{\"reasonCode\":\"CONTACT_REGAINED\"}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));

    assertRefused(
        move(COORDINATOR, id, "no-contact-closure", "{}"),
        409,
        "referral/too-few-appointments-missed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"non-attendance", "cancellation"})
  void what_became_of_an_appointment_is_said_once(String closing) {
    String id = inTriage();
    String appointment = created(offer(id, PAST));
    String body = closing.equals("cancellation") ? "{\"reasonCode\":\"MAN_ASKED\"}" : "{}";

    moved(close(id, appointment, closing, body));

    assertRefused(
        close(id, appointment, "non-attendance", "{}"), 409, "assessment/appointment-closed");
  }

  @Test
  void nobody_has_missed_what_has_not_come_yet() throws Exception {
    String id = inTriage();
    String appointment = created(offer(id, PAST));
    BehindTheService.execute(
        "update assessment_appointment set starts_at = now() + interval '1 day' where id = '%s'"
            .formatted(appointment));

    assertRefused(
        close(id, appointment, "non-attendance", "{}"), 409, "assessment/appointment-to-come");
    moved(close(id, appointment, "cancellation", "{\"reasonCode\":\"REARRANGED\"}"));
  }

  @Test
  void appointments_are_for_those_who_assess() {
    String id = inTriage();

    assertRefused(move(ISLINGTON, id, "assessment-appointments", PAST), 403, "request/forbidden");
    assertRefused(as(ISLINGTON).get(path(id, "")), 403, "request/forbidden");
    assertRefused(
        as(ASSESSOR).get(path(id, UUID.randomUUID().toString())),
        404,
        "assessment/appointment-not-found");
  }

  @Test
  void a_query_that_forgets_its_borough_finds_none_of_another() throws Exception {
    String id = inTriage();
    moved(sign(id, "2026-01-11"));
    var _ = created(offer(id, PAST));

    for (String table : new String[] {"assessment_appointment", "confidentiality_agreement"}) {
      assertThat(Psql.rows("E09000007", "select * from " + table)).isEmpty();
      assertThat(Psql.rows("E09000019", "select * from " + table)).isNotEmpty();
    }
  }

  private static String inTriage() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    return id;
  }

  private static Response offer(String id, String body) {
    return move(COORDINATOR, id, "assessment-appointments", body);
  }

  private static Response sign(String id, String on) {
    return move(
        ASSESSOR,
        id,
        "confidentiality-agreements",
        "{\"version\":\"1\",\"signedOn\":\"%s\"}".formatted(on));
  }

  private static Response close(String id, String appointment, String closing, String body) {
    return as(COORDINATOR)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(COORDINATOR).get(path(id, appointment)).header("ETag"))
        .body(body)
        .post(path(id, appointment) + "/" + closing);
  }

  private static String path(String id, String appointment) {
    return "/v1/referrals/"
        + id
        + "/assessment-appointments"
        + (appointment.isEmpty() ? "" : "/" + appointment);
  }
}
