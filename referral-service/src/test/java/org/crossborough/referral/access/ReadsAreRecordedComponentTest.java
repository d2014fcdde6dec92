package org.crossborough.referral.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.AUDITOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.OFFICER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReadsAreRecordedComponentTest {

  @Test
  void each_read_of_a_referral_is_recorded_with_reader_role_and_purpose() {
    String id = aReferral(ISLINGTON);
    assertThat(get(ISLINGTON, id).statusCode()).isEqualTo(200);
    assertThat(
            as(ASSESSOR)
                .header(AccessLog.PURPOSE, "CASE_WORK")
                .get("/v1/referrals/" + id + "/timeline")
                .statusCode())
        .isEqualTo(200);

    Response accesses = as(OFFICER).get("/v1/referrals/" + id + "/accesses");

    assertThat(accesses.jsonPath().getList("items.what", String.class))
        .containsExactly("TIMELINE", "REFERRAL");
    assertThat(accesses.jsonPath().getList("items.role", String.class))
        .containsExactly("assessor", "borough-system");
    assertThat(accesses.jsonPath().getString("items[0].by")).isEqualTo("demo-assessor");
    assertThat(accesses.jsonPath().getString("items[0].purpose")).isEqualTo("CASE_WORK");
    assertThat(accesses.jsonPath().getMap("items[1]")).doesNotContainKey("purpose");
  }

  @Test
  void whatever_is_read_beneath_a_referral_and_shows_something_of_the_man_is_recorded() {
    String id = aReferral(ISLINGTON);
    Map<String, String> reads =
        Map.of(
            "amendments", "AMENDMENTS",
            "history", "HISTORY",
            "timeline", "TIMELINE",
            "assessments", "ASSESSMENTS",
            "assessment-appointments", "APPOINTMENTS",
            "confidentiality-agreements", "AGREEMENTS",
            "receipt-exceptions", "EXCEPTIONS");

    reads
        .keySet()
        .forEach(what ->
            assertThat(as(COORDINATOR).get("/v1/referrals/" + id + "/" + what).statusCode())
                .as(what)
                .isEqualTo(200));

    assertThat(
            as(OFFICER)
                .get("/v1/referrals/" + id + "/accesses")
                .jsonPath()
                .getList("items.what", String.class))
        .containsExactlyInAnyOrderElementsOf(reads.values());
  }

  @Test
  void a_refused_read_leaves_no_record_and_a_wrong_purpose_is_refused() throws SQLException {
    String id = aReferral(ISLINGTON);

    assertRefused(get(CAMDEN, id), 404, "referral/not-found");
    assertViolated(
        as(COORDINATOR).header(AccessLog.PURPOSE, "curious").get("/v1/referrals/" + id),
        AccessLog.PURPOSE,
        "UNKNOWN");

    assertThat(
            Psql.count(
                "select count(*) from referral_access where referral_id = ?", UUID.fromString(id)))
        .isZero();
  }

  @Test
  void a_list_read_is_one_record_without_what_was_typed() throws SQLException {
    String before = "select count(*) from referral_access where what = 'CASE_LIST'";
    long recorded = Psql.count(before);

    assertThat(
            as(COORDINATOR)
                .get("/v1/case-list?text=secretname&status=RECEIVED&status=IN_TRIAGE")
                .statusCode())
        .isEqualTo(200);

    assertThat(Psql.count(before)).isEqualTo(recorded + 1);
    assertThat(
            Psql.rows(
                "*",
                "select filter from referral_access where what = 'CASE_LIST' order by id desc limit 1"))
        .extracting(row -> row.get("filter"))
        .containsExactly("status=[RECEIVED, IN_TRIAGE] text");
  }

  @Test
  void the_record_pages_newest_first() {
    String id = aReferral(ISLINGTON);
    for (int i = 0; i < 3; i++) {
      assertThat(get(ISLINGTON, id).statusCode()).isEqualTo(200);
    }
    String path = "/v1/referrals/" + id + "/accesses?limit=2";

    Response first = as(COORDINATOR).get(path);
    Response second = as(COORDINATOR).get(path + "&cursor=" + first.jsonPath().getString("next"));

    assertThat(first.jsonPath().getList("items")).hasSize(2);
    assertThat(second.jsonPath().getList("items")).hasSize(1);
    assertThat(second.jsonPath().getString("next")).isNull();
  }

  @Test
  void who_read_is_for_coordinators_officers_and_auditors() {
    String path = "/v1/referrals/" + aReferral(ISLINGTON) + "/accesses";

    assertThat(as(AUDITOR).get(path).statusCode()).isEqualTo(200);
    for (String caller : List.of(ISLINGTON, ASSESSOR)) {
      assertRefused(as(caller).get(path), 403, "request/forbidden");
    }
    assertRefused(
        as(AUDITOR).get("/v1/referrals/" + UUID.randomUUID() + "/accesses"),
        404,
        "referral/not-found");
  }

  @Test
  void no_record_is_changed_or_removed_and_no_borough_reads_it() throws SQLException {
    String id = aReferral(ISLINGTON);
    assertThat(get(ISLINGTON, id).statusCode()).isEqualTo(200);

    assertThat(Psql.rows("E09000019", "select * from referral_access")).isEmpty();
    try (Connection connection = Psql.asOwner();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("delete from referral_access"))
          .hasMessageContaining("append-only");
    }
  }
}
