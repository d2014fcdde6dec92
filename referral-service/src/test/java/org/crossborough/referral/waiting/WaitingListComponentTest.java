package org.crossborough.referral.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.receiptArrives;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.referral.testing.BehindTheService;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitingListComponentTest {

  @Test
  void whoever_was_accepted_first_is_first_and_the_list_closes_up() {
    String second = waiting(ISLINGTON, "2025-02-02");
    String first = waiting(CAMDEN, "2025-02-01");
    String third = waiting(ISLINGTON, "2025-02-03");
    assertThat(among(first, second, third)).containsExactly(first, second, third);
    List<Long> before = positions(first, second, third);

    moved(move(CAMDEN, first, "withdrawal", "{\"reasonCode\":\"MOVED_AWAY\"}"));
    assertThat(among(first, second, third)).containsExactly(second, third);
    assertThat(positions(second, third)).containsExactly(before.get(0), before.get(1));

    moved(
        move(
            COORDINATOR,
            second,
            "deferral",
            """
            {"reasonCode":"CUSTODY","decidedOn":"2025-03-01","reviewOn":"2025-04-01"}
            """));
    assertThat(among(first, second, third)).containsExactly(third);
    assertThat(positions(third)).containsExactly(before.getFirst());
  }

  @Test
  void of_those_accepted_on_one_day_the_reference_decides() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(waiting(ISLINGTON, "2025-01-15"));
    }

    List<String> byReference =
        ids.stream()
            .sorted(
                Comparator.comparing(id -> get(COORDINATOR, id).jsonPath().getString("reference")))
            .toList();

    assertThat(among(ids.toArray(String[]::new))).isEqualTo(byReference);
  }

  @Test
  void pages_follow_each_other_even_when_the_last_one_shown_has_left() {
    String first = waiting(ISLINGTON, "2021-01-01");
    String second = waiting(ISLINGTON, "2021-01-02");
    Response page = as(COORDINATOR).get("/v1/waiting-list?limit=1");
    assertThat(page.jsonPath().getString("items[0].referralId")).isEqualTo(first);

    moved(move(ISLINGTON, first, "withdrawal", "{\"reasonCode\":\"MOVED_AWAY\"}"));
    JsonPath next =
        as(COORDINATOR)
            .get("/v1/waiting-list?limit=1&cursor=" + page.jsonPath().getString("next"))
            .jsonPath();

    assertThat(next.getString("items[0].referralId")).isEqualTo(second);
    assertThat(next.getLong("items[0].position")).isEqualTo(1);
    moved(move(ISLINGTON, second, "withdrawal", "{\"reasonCode\":\"MOVED_AWAY\"}"));
  }

  @Test
  void one_borough_is_shown_by_itself_with_the_positions_of_all() {
    String earlier = waiting(ISLINGTON, "2025-05-01");
    String id = waiting(CAMDEN, "2025-05-02");

    List<Map<String, Object>> items =
        as(MANAGER).get("/v1/waiting-list?limit=100&borough=E09000007").jsonPath().getList("items");

    assertThat(items).allMatch(item -> "E09000007".equals(item.get("referringBoroughCode")));
    assertThat(items).anyMatch(item -> id.equals(item.get("referralId")));
    assertThat(positions(id).getFirst()).isGreaterThan(positions(earlier).getFirst());
    assertViolated(as(MANAGER).get("/v1/waiting-list?borough=ISL"), "borough", "GSS_CODE");
  }

  @Test
  void who_waits_is_told_and_reviewed_within_28_days() throws Exception {
    String id = waiting(ISLINGTON, "2025-06-01");
    ReferralWaiting told =
        Wire.await(ReferralWaiting.class, e -> e.referralId().toString().equals(id));
    assertThat(get(COORDINATOR, id).jsonPath().getString("reviewOn"))
        .isEqualTo(told.waitingSince().plusDays(28).toString());
    BehindTheService.setReferral(id, "review_on = current_date - 1");
    assertThat(entry(id).get("reviewOverdue")).isEqualTo(true);
    String today = told.waitingSince().toString();

    assertViolated(
        review(id, "{\"nextReviewOn\":\"%s\"}".formatted(told.waitingSince().plusDays(29))),
        "nextReviewOn",
        "RANGE");
    assertViolated(
        review(id, "{\"nextReviewOn\":\"%s\"}".formatted(today)), "nextReviewOn", "RANGE");
    moved(review(id, "{}"));

    assertThat(entry(id).get("reviewOverdue")).isEqualTo(false);
    JsonPath reviews = as(MANAGER).get("/v1/referrals/" + id + "/waiting-reviews").jsonPath();
    assertThat(reviews.getList("items.reviewedOn")).containsExactly(today);
    assertThat(Psql.rows("E09000007", "select * from waiting_review")).isEmpty();
  }

  @Test
  void only_who_waits_is_reviewed() {
    String id = aReferral(ISLINGTON);

    assertRefused(review(id, "{}"), 409, "referral/not-waiting");
  }

  @Test
  void the_list_is_for_those_who_give_places() {
    assertRefused(as(ISLINGTON).get("/v1/waiting-list"), 403, "request/forbidden");
    assertRefused(as(ASSESSOR).get("/v1/waiting-list"), 403, "request/forbidden");
    assertRefused(as(MANAGER).get("/v1/waiting-list?cursor=zzz"), 400, "request/invalid-cursor");
  }

  private static String waiting(String borough, String acceptedOn) {
    String id = aReferral(borough);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    moved(
        move(
            ASSESSOR,
            id,
            "assessments",
            """
            {"assessedOn":"2026-01-12","result":"SUITABLE",
             "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12"}}
            """));
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "acceptance", "{\"decidedOn\":\"%s\"}".formatted(acceptedOn)));
    moved(move(COORDINATOR, id, "waiting", "{}"));
    return id;
  }

  private static List<Map<String, Object>> list() {
    return as(COORDINATOR).get("/v1/waiting-list?limit=100").jsonPath().getList("items");
  }

  private static List<String> among(String... ids) {
    List<String> wanted = List.of(ids);
    return list().stream()
        .map(item -> String.valueOf(item.get("referralId")))
        .filter(wanted::contains)
        .toList();
  }

  private static List<Long> positions(String... ids) {
    List<Long> positions = new ArrayList<>();
    for (String id : ids) {
      positions.add(
          as(COORDINATOR)
              .get("/v1/waiting-list?limit=100")
              .jsonPath()
              .getLong("items.find{it.referralId=='%s'}.position".formatted(id)));
    }
    return positions;
  }

  private static Map<String, Object> entry(String id) {
    return list().stream()
        .filter(item -> id.equals(item.get("referralId")))
        .findFirst()
        .orElseThrow();
  }

  private static Response review(String id, String body) {
    return move(COORDINATOR, id, "waiting-reviews", body);
  }
}
