package org.crossborough.referral.screening.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.aScreeningForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GoingOnWithAScreeningComponentTest {

  private static final String DRAFTS = "/v1/screenings/drafts";

  @Inject ForgottenDrafts forgotten;

  @Test
  void what_was_answered_is_kept_gone_on_with_and_recorded_when_it_is_complete() throws Exception {
    ObjectNode whole = aScreeningForm(ISLINGTON);
    ObjectNode part = whole.deepCopy().remove(List.of("result", "disclosedEconomic12m"));
    String id = created(post(ISLINGTON, DRAFTS, part));

    JsonPath kept = as(ISLINGTON).get(DRAFTS + "/" + id).jsonPath();
    assertThat(kept.getList("open")).containsExactly("disclosedEconomic12m", "result");
    assertThat(kept.getString("form.disclosedPhysical12m")).isEqualTo("YES");

    Response goneOn = put(ISLINGTON, id, whole);
    assertThat(goneOn.statusCode()).as(goneOn.asString()).isEqualTo(200);
    assertThat(goneOn.jsonPath().getList("open")).isEmpty();

    String screening = created(complete(ISLINGTON, id));
    ObjectNode referral = aReferralForm(ISLINGTON).put("screeningId", screening);
    assertThat(post(ISLINGTON, "/v1/referrals", referral).statusCode()).isEqualTo(201);
    assertRefused(as(ISLINGTON).get(DRAFTS + "/" + id), 404, "screening/draft-not-found");
    assertThat(count("screening_draft", id)).isZero();
  }

  @Test
  void a_draft_is_asked_for_legible_fields_alone() {
    ObjectNode broken =
        aScreeningForm(ISLINGTON).put("seenAlone", false).put("interpreterUsed", "FAMILY");

    String id = created(post(ISLINGTON, DRAFTS, broken));

    Response refused = complete(ISLINGTON, id);
    assertRefused(refused, 400, "request/invalid");
    assertThat(refused.jsonPath().getList("violations.code", String.class))
        .containsExactlyInAnyOrder("NOT_SEEN_ALONE", "FAMILY_INTERPRETER");
    assertThat(as(ISLINGTON).get(DRAFTS + "/" + id).statusCode())
        .as("it can be put right")
        .isEqualTo(200);
    assertThat(created(post(ISLINGTON, DRAFTS, "{}"))).isNotBlank();
    assertViolated(post(ISLINGTON, DRAFTS, "{\"auditScore\":41}"), "auditScore", "RANGE");
    assertThat(post(ISLINGTON, DRAFTS, "{\"result\":\"PERHAPS\"}").statusCode()).isEqualTo(400);
    assertThat(post(ISLINGTON, DRAFTS, "{\"partnerName\":\"x\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void what_is_missing_when_a_draft_is_completed_is_named() {
    ObjectNode part = aScreeningForm(ISLINGTON);
    part.remove("result");

    assertViolated(
        complete(ISLINGTON, created(post(ISLINGTON, DRAFTS, part))), "result", "REQUIRED");
  }

  @Test
  void a_draft_is_its_boroughs_alone() {
    String id = created(post(WORKER, DRAFTS, aScreeningForm(ISLINGTON)));

    assertThat(as(ISLINGTON).get(DRAFTS).jsonPath().getList("items.id", String.class)).contains(id);
    assertThat(as(CAMDEN).get(DRAFTS).jsonPath().getList("items.id", String.class))
        .doesNotContain(id);
    String nobodys = UUID.randomUUID().toString();
    for (String unseen : List.of(id, nobodys)) {
      assertRefused(as(CAMDEN).get(DRAFTS + "/" + unseen), 404, "screening/draft-not-found");
      assertRefused(put(CAMDEN, unseen, "{}"), 404, "screening/draft-not-found");
      assertRefused(complete(CAMDEN, unseen), 404, "screening/draft-not-found");
      assertRefused(as(CAMDEN).delete(DRAFTS + "/" + unseen), 404, "screening/draft-not-found");
    }
    assertRefused(as(COORDINATOR).get(DRAFTS + "/" + id), 403, "request/forbidden");
    assertViolated(post(CAMDEN, DRAFTS, aScreeningForm(ISLINGTON)), "boroughCode", "OTHER_BOROUGH");
  }

  @Test
  void of_two_who_go_on_from_the_same_answers_the_second_is_told() {
    String id = created(post(ISLINGTON, DRAFTS, "{\"seenAlone\":true}"));
    assertThat(put(ISLINGTON, id, "{\"seenAlone\":true,\"auditScore\":5}").statusCode())
        .isEqualTo(200);

    Response stale =
        as(ISLINGTON).header("If-Match", "\"0\"").body("{\"auditScore\":6}").put(DRAFTS + "/" + id);

    assertRefused(stale, 412, "request/stale");
    assertThat(as(ISLINGTON).delete(DRAFTS + "/" + id).statusCode()).isEqualTo(204);
  }

  @Test
  void a_draft_that_nobody_goes_on_with_is_destroyed() throws Exception {
    String old = created(post(ISLINGTON, DRAFTS, "{}"));
    String young = created(post(ISLINGTON, DRAFTS, "{}"));
    BehindTheService.execute(
        "update screening_draft set changed_at = now() - interval '29 days' where id = '%s'"
            .formatted(old));

    forgotten.destroy();

    assertThat(count("screening_draft", old)).isZero();
    assertThat(count("screening_draft", young)).isEqualTo(1);
  }

  private static long count(String table, String id) throws SQLException {
    return Psql.count("select count(*) from " + table + " where id = ?", UUID.fromString(id));
  }

  private static Response put(String caller, String id, Object body) {
    return as(caller).header("If-Match", tag(id)).body(body.toString()).put(DRAFTS + "/" + id);
  }

  private static Response complete(String caller, String id) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", tag(id))
        .body("{}")
        .post(DRAFTS + "/" + id + "/completion");
  }

  private static String tag(String id) {
    String tag = as(ISLINGTON).get(DRAFTS + "/" + id).header("ETag");
    return tag == null ? "\"0\"" : tag;
  }
}
