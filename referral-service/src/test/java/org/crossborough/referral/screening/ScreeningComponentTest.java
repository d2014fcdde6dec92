package org.crossborough.referral.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.aScreening;
import static org.crossborough.referral.testing.ReferralApi.aScreeningForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScreeningComponentTest {

  private static final String PATH = "/v1/screenings";

  @Test
  void a_screening_is_recorded_shown_and_told() {
    Response answer = post(WORKER, PATH, aScreeningForm(WORKER));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    String id = answer.jsonPath().getString("id");
    assertThat(answer.header("Location")).isEqualTo(PATH + "/" + id);
    assertThat(answer.jsonPath().getMap(""))
        .containsKeys("id", "boroughCode", "instrumentCode", "instrumentVersion")
        .doesNotContainKeys("outcome", "answers", "recordedBy")
        .containsEntry("screenedAt", "2026-01-05T10:00:00Z")
        .containsEntry("result", "POSITIVE_REFER");
    Response read = as(ASSESSOR).get(PATH + "/" + id);
    assertThat(read.asString()).isEqualTo(answer.asString());
    assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
    ScreeningRecorded told =
        Wire.await(ScreeningRecorded.class, e -> e.screeningId().toString().equals(id));
    assertThat(told.boroughCode()).isEqualTo("E09000019");
    assertThat(told.screenedOn()).isEqualTo(LocalDate.parse("2026-01-05"));
  }

  @Test
  void a_broken_rule_names_field_and_code() {
    ObjectNode form = aScreeningForm(ISLINGTON).put("interpreterUsed", "FAMILY");

    assertViolated(post(ISLINGTON, PATH, form), "interpreterUsed", "FAMILY_INTERPRETER");
  }

  @Test
  void an_instrument_must_be_registered() {
    ObjectNode form = aScreeningForm(ISLINGTON).put("instrumentVersion", 99);

    assertViolated(post(ISLINGTON, PATH, form), "instrumentCode", "UNKNOWN_INSTRUMENT");
  }

  @Test
  void a_borough_screens_for_itself_only() {
    assertViolated(post(ISLINGTON, PATH, aScreeningForm(CAMDEN)), "boroughCode", "OTHER_BOROUGH");
  }

  @Test
  void a_missing_answer_is_not_a_no() {
    ObjectNode form = aScreeningForm(ISLINGTON);
    form.remove("seenAlone");

    assertViolated(post(ISLINGTON, PATH, form), "seenAlone", "REQUIRED");
  }

  @Test
  void a_word_about_the_partner_has_no_place() {
    ObjectNode form = aScreeningForm(ISLINGTON).put("partnerName", "Demo");

    assertRefused(post(ISLINGTON, PATH, form), 400, "request/malformed-body");
  }

  @Test
  void another_boroughs_screening_is_not_found_like_one_that_does_not_exist() {
    String id = aScreening(ISLINGTON);

    Response other = as(CAMDEN).header("X-Correlation-ID", "same-id-1").get(PATH + "/" + id);
    Response none =
        as(CAMDEN).header("X-Correlation-ID", "same-id-1").get(PATH + "/" + UUID.randomUUID());

    assertRefused(other, 404, "screening/not-found");
    assertThat(other.asString().replaceAll("[0-9a-f-]{36}", "id"))
        .isEqualTo(none.asString().replaceAll("[0-9a-f-]{36}", "id"));
  }

  @Test
  void who_has_no_business_with_screenings_is_kept_out() {
    assertRefused(post(COORDINATOR, PATH, aScreeningForm(ISLINGTON)), 403, "request/forbidden");
    assertRefused(as(MANAGER).get(PATH + "/" + UUID.randomUUID()), 403, "request/forbidden");
  }

  @Test
  void the_database_itself_shows_a_borough_its_own_screenings_only() throws Exception {
    String id = aScreening(ISLINGTON);
    String sql = "select * from screening where id = ?";

    assertThat(Psql.rows("E09000019", sql, UUID.fromString(id))).hasSize(1);
    assertThat(Psql.rows("E09000007", sql, UUID.fromString(id))).isEmpty();
    assertThat(Psql.rows("", sql, UUID.fromString(id))).isEmpty();
  }
}
