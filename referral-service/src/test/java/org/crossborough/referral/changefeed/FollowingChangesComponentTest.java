package org.crossborough.referral.changefeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.receiptArrives;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.SafetyEvent.SafetyHoldPlaced;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FollowingChangesComponentTest {

  /** What came to the form after the feed, each with a value that no form of a test has. */
  private static final Map<String, String> BOROUGHS_COLUMNS =
      Map.ofEntries(
          Map.entry("referrer_name", "'Demo'"),
          Map.entry("referrer_contact", "'Demo'"),
          Map.entry("keyworker", "'Demo'"),
          Map.entry("email", "'demo@example.org'"),
          Map.entry("address", "'Demo house'"),
          Map.entry("mandate", "'NONE'"),
          Map.entry("orders", "'[]'"),
          Map.entry("children_in_contact", "'NO'"),
          Map.entry("children_cp_plan", "'NO'"),
          Map.entry("children_cin_plan", "'NO'"),
          Map.entry("children_social_worker_org", "'Demo'"),
          Map.entry("risk_to_staff", "'LOW'"),
          Map.entry("interpreter_needed", "'NO'"),
          Map.entry("interpreter_language", "'Demo'"),
          Map.entry("adjustments", "'Demo'"),
          Map.entry("ethnicity", "'ARAB'"),
          Map.entry("sexual_orientation", "'OTHER'"),
          Map.entry("religion", "'OTHER'"),
          Map.entry("disabilities", "'{OTHER}'"),
          Map.entry("gender_same_as_registered", "'YES'"));

  @Test
  void every_change_comes_once_and_in_order_with_ids_and_nothing_else() {
    Feed feed = Feed.fromNow(ISLINGTON);

    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    var _ = receiptArrives(id);
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    List<Map<String, String>> read = feed.rest();

    assertThat(read).extracting(change -> change.get("referralId")).containsOnly(id);
    assertThat(read)
        .extracting(change -> change.get("type") + " " + change.get("boroughStatus"))
        .containsExactly(
            "referral.received RECEIVED",
            "referral.status_changed IN_PROGRESS",
            "referral.handed_over IN_PROGRESS",
            "referral.status_changed IN_ASSESSMENT");
    assertThat(read)
        .allSatisfy(change ->
            assertThat(change)
                .containsOnlyKeys("id", "referralId", "type", "boroughStatus", "occurredAt"));
    assertThat(feed.rest()).isEmpty();
    assertThat(feed.rest()).isEmpty();
  }

  @Test
  void a_session_that_leaves_the_status_as_it_was_is_no_change() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "assessment-offer", "{}"));
    Feed feed = Feed.fromNow(ISLINGTON);

    for (int session = 0; session < 3; session++) {
      moved(
          move(
              ASSESSOR,
              id,
              "assessments",
              """
              {"assessedOn":"2026-01-12","result":"FURTHER_APPOINTMENT",
               "confidentialityAgreement":{"version":"1","signedOn":"2026-01-12"}}
              """));
    }

    assertThat(feed.rest()).hasSize(1);
  }

  @Test
  void a_borough_follows_its_own_referrals_and_staff_follow_all() {
    Feed camden = Feed.fromNow(CAMDEN);
    Feed staff = Feed.fromNow(COORDINATOR);
    String islingtons = aReferral(ISLINGTON);
    String camdens = aReferral(CAMDEN);

    assertThat(camden.rest())
        .extracting(change -> change.get("referralId"))
        .containsExactly(camdens);
    assertThat(staff.rest())
        .extracting(change -> change.get("referralId"))
        .containsExactly(islingtons, camdens);
  }

  @Test
  void another_boroughs_cursor_is_no_cursor() {
    var _ = aReferral(ISLINGTON);
    Feed islington = Feed.fromNow(ISLINGTON);

    Response answer = as(CAMDEN).urlEncodingEnabled(false).get(islington.next());

    assertRefused(answer, 400, "request/invalid-cursor");
    assertRefused(
        as(CAMDEN).get("/v1/referral-changes?after=nonsense"), 400, "request/invalid-cursor");
  }

  @Test
  void a_cursor_kept_for_ever_still_leads_to_everything_after_it() {
    var _ = aReferral(CAMDEN);
    Feed patient = Feed.fromNow(CAMDEN);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      made.add(aReferral(CAMDEN));
    }

    List<String> read = new ArrayList<>();
    String next = patient.next().replace("limit=100", "limit=2");
    for (int page = 0; page < 5; page++) {
      Response answer = as(CAMDEN).urlEncodingEnabled(false).get(next);
      read.addAll(answer.jsonPath().getList("items.referralId", String.class));
      next = answer.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
      assertThat(next).contains(answer.jsonPath().getString("next"));
    }

    assertThat(read).isEqualTo(made);
  }

  @Test
  void a_review_of_the_referral_leaves_no_trace() throws Exception {
    UUID id = UUID.fromString(aReferral(ISLINGTON));
    Feed feed = Feed.fromNow(ISLINGTON);
    Wire.publish(new SafetyHoldPlaced(id, Instant.now(), UUID.randomUUID()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count("select count(*) from programme_review where referral_id = ?", id) == 1);

    assertThat(feed.rest()).isEmpty();
  }

  @Test
  void a_correction_of_what_the_borough_sent_shows_and_what_staff_note_does_not() throws Exception {
    String id = aReferral(ISLINGTON);
    Feed feed = Feed.fromNow(ISLINGTON);

    update("update referral set review_on = '2026-03-01', version = version + 1", id);
    update("update referral set phone = null", id);

    assertThat(feed.rest())
        .extracting(change -> change.get("type"))
        .containsExactly("referral.amended");
  }

  @Test
  void an_amendment_of_any_field_of_the_form_shows_once() throws Exception {
    String id = aReferral(ISLINGTON);
    for (Map.Entry<String, String> column : BOROUGHS_COLUMNS.entrySet()) {
      Feed feed = Feed.fromNow(ISLINGTON);

      update("update referral set %s = %s".formatted(column.getKey(), column.getValue()), id);

      assertThat(feed.rest())
          .as(column.getKey())
          .extracting(change -> change.get("type"))
          .containsExactly("referral.amended");
    }
  }

  @Test
  void every_column_is_followed_or_known_to_be_none_of_the_boroughs() throws Exception {
    String followed =
        "select pg_get_triggerdef(oid) as trigger from pg_trigger where tgname = 'log_referral_amendment'";
    String trigger = String.valueOf(Psql.rows("*", followed).getFirst().get("trigger"));
    List<String> columns =
        Psql.rows(
                "*",
                """
                select column_name::text as name from information_schema.columns
                where table_schema = current_schema() and table_name = 'referral'
                """)
            .stream()
            .map(row -> String.valueOf(row.get("name")))
            .filter(name -> !Pattern.compile("new\\." + name + "\\b").matcher(trigger).find())
            .toList();

    assertThat(columns)
        .as("add a column that boroughs send to the trigger, in a new migration; any other here")
        .containsExactlyInAnyOrder(
            "id",
            "version",
            "reference",
            "external_reference",
            "submitting_client",
            "referring_borough_code",
            "status",
            "received_at",
            "person_id",
            "receipt_id",
            "receipt_person_count",
            "receipt_exception",
            "assessments",
            "assessment_result",
            "agreement_version",
            "agreement_signed_on",
            "agreement_explained_by",
            "accepted_on",
            "waiting_since",
            "review_on",
            "allocated_run_id",
            "allocated_starts_on",
            "ended_at",
            "erased_at",
            "round",
            "missing");
  }

  @Test
  void who_waits_is_told_when_something_happens() throws Exception {
    Feed feed = Feed.fromNow(CAMDEN);
    CompletableFuture<Response> waiting =
        CompletableFuture.supplyAsync(
            () -> as(CAMDEN).urlEncodingEnabled(false).get(feed.next() + "&wait=20"));

    String id = aReferral(CAMDEN);

    assertThat(waiting.get().jsonPath().getList("items.referralId", String.class))
        .containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "-1", "long", "999"})
  void a_wait_has_a_limit(String wait) {
    assertViolated(as(CAMDEN).get("/v1/referral-changes?wait=" + wait), "wait", "RANGE");
  }

  @Test
  void assessors_do_not_follow_the_feed() {
    assertRefused(as(ASSESSOR).get("/v1/referral-changes"), 403, "request/forbidden");
  }

  @Test
  void the_whole_feed_repeats_itself_exactly() {
    var _ = aReferral(ISLINGTON);
    var _ = aReferral(CAMDEN);

    List<Map<String, String>> once = Feed.ofAll(COORDINATOR).rest();
    List<Map<String, String>> again = Feed.ofAll(COORDINATOR).rest();

    assertThat(again).isEqualTo(once);
    assertThat(new HashSet<>(once)).hasSameSizeAs(once);
  }

  private static void update(String sql, String id) throws Exception {
    try (Connection connection = Psql.asService();
        Statement statement = connection.createStatement()) {
      statement.execute("set app.borough = '*'");
      statement.execute(sql + " where id = '" + id + "'");
    }
  }
}
