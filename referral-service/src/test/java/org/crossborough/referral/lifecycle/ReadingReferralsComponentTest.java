package org.crossborough.referral.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralSentTwice;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingReferralsComponentTest {

  @Test
  void another_boroughs_referral_is_not_found_byte_for_byte_like_none() {
    String id = aReferral(ISLINGTON);

    Response other = read(CAMDEN, id);
    Response none = read(CAMDEN, UUID.randomUUID().toString());

    assertRefused(other, 404, "referral/not-found");
    assertThat(other.asString().replace(id, "")).isEqualTo(none.asString().replaceAll(NOT, ""));
    assertThat(other.headers().getValue("Content-Length"))
        .isEqualTo(none.headers().getValue("Content-Length"));
  }

  private static final String NOT = "[0-9a-f]{8}-[0-9a-f-]{27}";

  @Test
  void pages_lead_from_the_newest_to_the_oldest_once_each() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.addFirst(aReferral(CAMDEN));
    }

    List<String> listed = new ArrayList<>();
    String next = "/v1/referrals?limit=2";
    while (next != null && listed.size() < made.size()) {
      Response page = as(CAMDEN).urlEncodingEnabled(false).get(next);
      listed.addAll(page.jsonPath().getList("items.id", String.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    assertThat(listed.subList(0, made.size())).isEqualTo(made);
  }

  @Test
  void a_history_is_read_as_a_whole_or_page_by_page_from_its_beginning() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "at-risk-request", "{}"));
    String path = "/v1/referrals/" + id + "/history";

    Response whole = as(COORDINATOR).get(path);
    Response first = as(COORDINATOR).get(path + "?limit=2");
    String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    Response second = as(COORDINATOR).urlEncodingEnabled(false).get(next);

    assertThat(whole.jsonPath().getList("to"))
        .isEqualTo(List.of("RECEIVED", "IN_TRIAGE", "AWAITING_AT_RISK_DETAILS"));
    assertThat(whole.header("Link")).isNull();
    assertThat(first.jsonPath().getList("to")).isEqualTo(List.of("RECEIVED", "IN_TRIAGE"));
    assertThat(second.jsonPath().getList("to")).isEqualTo(List.of("AWAITING_AT_RISK_DETAILS"));
    assertThat(second.header("Link")).isNull();
    assertViolated(as(COORDINATOR).get(path + "?limit=0"), "limit", "RANGE");
  }

  @Test
  void a_list_shows_a_borough_its_own_without_the_men() {
    String own = aReferral(ISLINGTON);
    String other = aReferral(CAMDEN);

    JsonPath seen = as(ISLINGTON).get("/v1/referrals?limit=100").jsonPath();
    assertThat(seen.getList("items.id", String.class)).contains(own).doesNotContain(other);
    assertThat(seen.getList("items.referringBoroughCode", String.class)).containsOnly("E09000019");
    assertThat(seen.getMap("items[0]")).doesNotContainKey("client").containsKey("version");
    assertThat(as(COORDINATOR).get("/v1/referrals").jsonPath().getList("items.id", String.class))
        .startsWith(other, own);
  }

  @Test
  void a_list_can_be_narrowed_to_a_status() {
    String triaged = aReferral(ISLINGTON);
    moved(move(COORDINATOR, triaged, "triage", "{}"));
    String received = aReferral(ISLINGTON);

    assertThat(narrowed(ISLINGTON, "IN_PROGRESS")).contains(triaged).doesNotContain(received);
    assertThat(narrowed(COORDINATOR, "IN_TRIAGE")).contains(triaged).doesNotContain(received);
  }

  @Test
  void a_borough_neither_reads_nor_asks_by_the_words_of_staff() {
    String duplicate = aReferralSentTwice(ISLINGTON);
    moved(move(COORDINATOR, duplicate, "duplicate", "{}"));

    assertThat(get(ISLINGTON, duplicate).asString())
        .contains("\"boroughStatus\":\"NOT_PROCEEDING\"")
        .doesNotContain("DUPLICATE");
    assertThat(narrowed(ISLINGTON, "NOT_PROCEEDING")).contains(duplicate);
    assertThat(as(ISLINGTON).get("/v1/referrals?limit=100").asString()).doesNotContain("DUPLICATE");
    assertThat(as(ISLINGTON).get("/v1/referrals/" + duplicate + "/timeline").asString())
        .doesNotContain("DUPLICATE");
    for (String list : List.of("/v1/referrals", "/v1/case-list")) {
      assertViolated(as(ISLINGTON).get(list + "?status=DUPLICATE"), "status", "UNKNOWN");
      assertViolated(as(COORDINATOR).get(list + "?status=PLACED"), "status", "UNKNOWN");
    }
  }

  private static List<String> narrowed(String caller, String status) {
    return as(caller)
        .get("/v1/referrals?limit=100&status=" + status)
        .jsonPath()
        .getList("items.id", String.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "many"})
  void a_page_has_one_to_a_hundred_entries(String limit) {
    assertViolated(as(COORDINATOR).get("/v1/referrals?limit=" + limit), "limit", "RANGE");
  }

  @Test
  void a_status_or_cursor_that_does_not_exist_is_refused() {
    assertViolated(as(COORDINATOR).get("/v1/referrals?status=LOST"), "status", "UNKNOWN");
    assertRefused(as(COORDINATOR).get("/v1/referrals?cursor=abc"), 400, "request/invalid-cursor");
  }

  @Test
  void the_database_itself_keeps_boroughs_apart() throws Exception {
    UUID id = UUID.fromString(aReferral(ISLINGTON));
    for (String sql :
        List.of(
            "select * from referral where id = ?",
            "select * from referral_status_change where referral_id = ?")) {
      assertThat(Psql.rows("E09000019", sql, id)).as(sql).hasSize(1);
      assertThat(Psql.rows("E09000007", sql, id)).as(sql).isEmpty();
      assertThat(Psql.rows("", sql, id)).as(sql).isEmpty();
    }
  }

  @Test
  void every_table_with_a_borough_is_bound_to_it() throws Exception {
    String sql =
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relkind = 'r' and a.attname like '%borough_code'
          and not (c.relrowsecurity and c.relforcerowsecurity)
        """;

    assertThat(Psql.rows("*", sql))
        .extracting(row -> row.get("relname"))
        .containsOnly("borough_participation");
  }

  private static Response read(String caller, String id) {
    return as(caller).header("X-Correlation-ID", "the-same-id").get("/v1/referrals/" + id);
  }
}
