package org.crossborough.referral.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.anAssessedReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.post;
import static org.crossborough.referral.testing.ReferralApi.receiptArrives;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewClosed;
import org.crossborough.contracts.ReferralEvent.ProgrammeReviewOpened;
import org.crossborough.contracts.SafetyEvent.SafetyHoldLifted;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeReviewComponentTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void his_own_side_stops_an_acceptance_without_a_trace_for_the_borough() {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    String before = get(ISLINGTON, id).asString();

    String review = opened(COORDINATOR, id, "{}");

    assertRefused(move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/programme-review");
    assertThat(get(ISLINGTON, id).asString()).isEqualTo(before);
    Response closed = close(COORDINATOR, id, review);
    assertThat(closed.statusCode()).as(closed.asString()).isEqualTo(200);
    assertThat(closed.jsonPath().getString("closedAt")).isNotBlank();
    assertRefused(close(COORDINATOR, id, review), 409, "programme-review/over");
    moved(move(COORDINATOR, id, "acceptance", "{}"));
    ProgrammeReviewOpened told =
        Wire.await(ProgrammeReviewOpened.class, event -> event.referralId().toString().equals(id));
    assertThat(told.reviewId()).hasToString(review);
    assertThat(told.reviewOn()).isEqualTo(LocalDate.now(LONDON).plusDays(28));
    assertThat(
            Wire.await(
                    ProgrammeReviewClosed.class, event -> event.referralId().toString().equals(id))
                .reviewId())
        .isEqualTo(told.reviewId());
  }

  @Test
  void it_cannot_be_told_from_a_hold_by_anybody_but_the_one_who_opened_it() {
    String own = aReferral(ISLINGTON);
    String held = aReferral(ISLINGTON);
    UUID hold = UUID.randomUUID();
    Wire.publish(new SafetyHoldPlaced(UUID.fromString(held), Instant.now(), hold));
    awaitCount("select count(*) from programme_review where id = ?", hold);
    String review = opened(COORDINATOR, own, "{}");

    assertThat(reviews(own)).hasSize(1).isEqualTo(reviews(held));
    Response colleague = close(MANAGER, own, review);
    assertRefused(colleague, 404, "programme-review/not-found");
    for (Response other :
        List.of(
            close(COORDINATOR, held, hold.toString()),
            close(COORDINATOR, held, review),
            close(COORDINATOR, own, hold.toString()),
            close(COORDINATOR, own, UUID.randomUUID().toString()))) {
      assertThat(withoutItsOwn(other)).isEqualTo(withoutItsOwn(colleague));
    }

    assertThat(close(COORDINATOR, own, review).statusCode()).isEqualTo(200);
    Wire.publish(new SafetyHoldLifted(UUID.fromString(held), Instant.now(), hold));
    awaitCount(
        "select count(*) from programme_review where id = ? and closed_at is not null", hold);
    assertThat(reviews(own)).hasSize(2).isEqualTo(reviews(held));
  }

  @Test
  void it_ends_by_itself_after_its_last_day() throws SQLException {
    String id = anAssessedReferral();
    var _ = receiptArrives(id);
    LocalDate today = LocalDate.now(LONDON);
    String review = opened(COORDINATOR, id, "{\"reviewOn\":\"%s\"}".formatted(today));
    assertRefused(move(COORDINATOR, id, "acceptance", "{}"), 409, "referral/programme-review");

    wasOfYesterday(review);

    assertRefused(close(COORDINATOR, id, review), 409, "programme-review/over");
    assertThat(reviews(id)).extracting("code").containsExactly("OPENED", "CLOSED");
    moved(move(COORDINATOR, id, "acceptance", "{}"));
  }

  @Test
  void its_last_day_is_today_or_within_four_weeks() {
    String id = aReferral(ISLINGTON);
    LocalDate today = LocalDate.now(LONDON);

    for (LocalDate day : List.of(today.minusDays(1), today.plusDays(29))) {
      Response refused = open(COORDINATOR, id, "{\"reviewOn\":\"%s\"}".formatted(day));
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.jsonPath().getString("violations[0].field")).isEqualTo("reviewOn");
      assertThat(refused.jsonPath().getString("violations[0].code")).isEqualTo("RANGE");
    }
    assertThat(open(COORDINATOR, id, "{}").jsonPath().getString("reviewOn"))
        .isEqualTo(today.plusDays(28).toString());
    assertRefused(open(COORDINATOR, UUID.randomUUID().toString(), "{}"), 404, "referral/not-found");
    assertThat(open(ISLINGTON, id, "{}").statusCode()).isEqualTo(403);
  }

  private static Response open(String caller, String referral, String body) {
    return post(caller, "/v1/referrals/%s/programme-reviews".formatted(referral), body);
  }

  private static String opened(String caller, String referral, String body) {
    Response answer = open(caller, referral, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
    return answer.jsonPath().getString("id");
  }

  private static Response close(String caller, String referral, String review) {
    return post(
        caller, "/v1/referrals/%s/programme-reviews/%s/closing".formatted(referral, review), "{}");
  }

  /** What the timeline says of reviews, without when. */
  private static List<Map<String, Object>> reviews(String referral) {
    List<Map<String, Object>> entries =
        as(COORDINATOR).get("/v1/referrals/" + referral + "/timeline").jsonPath().getList("");
    return entries.stream()
        .filter(entry -> "PROGRAMME_REVIEW".equals(entry.get("kind")))
        .peek(entry -> entry.remove("at"))
        .toList();
  }

  /** An answer without the path that was asked and the request's own id. */
  private static Map<String, Object> withoutItsOwn(Response answer) {
    Map<String, Object> problem = answer.jsonPath().getMap("");
    problem.keySet().removeAll(List.of("instance", "traceId", "correlationId"));
    return problem;
  }

  /** As if it had been opened yesterday, and for that day alone. */
  private static void wasOfYesterday(String review) throws SQLException {
    try (Connection owner = Psql.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      int changed =
          statement.executeUpdate(
              """
              update programme_review set opened_at = opened_at - interval '1 day',
                review_on = review_on - 1
              where id = '%s'
              """
                  .formatted(review));
      assertThat(changed).isEqualTo(1);
    }
  }

  private static void awaitCount(String sql, UUID id) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Psql.count(sql, id) == 1);
  }
}
