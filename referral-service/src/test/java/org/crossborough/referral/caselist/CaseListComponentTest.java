package org.crossborough.referral.caselist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.OFFICER;
import static org.crossborough.referral.testing.ReferralApi.aName;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralOf;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.upkeepIsDone;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CaseListComponentTest {

  @Test
  void staff_see_who_it_is_what_is_due_and_whose_it_is() {
    String name = aName();
    String id = aReferralOf(ISLINGTON, "Dēmo", name);
    assigned(COORDINATOR, id, "me");
    upkeepIsDone();

    JsonPath seen = list(COORDINATOR, "text=" + name);

    assertThat(seen.getList("items.id", String.class)).containsExactly(id);
    assertThat(seen.getString("items[0].name")).isEqualTo("Dēmo " + name);
    assertThat(seen.getString("items[0].nextAction.limit")).isEqualTo("ACKNOWLEDGEMENT");
    assertThat(seen.getBoolean("items[0].nextAction.overdue")).isFalse();
    assertThat(seen.getString("items[0].assignee")).isNotBlank();
    assertThat(seen.getString("items[0].status")).isEqualTo("RECEIVED");
  }

  @Test
  void a_borough_sees_where_its_own_are_and_nothing_of_how_staff_work() {
    String own = aReferral(CAMDEN);
    String other = aReferral(ISLINGTON);
    assigned(COORDINATOR, own, "me");
    upkeepIsDone();

    JsonPath seen = list(CAMDEN, "limit=100");

    assertThat(seen.getList("items.id", String.class)).contains(own).doesNotContain(other);
    assertThat(seen.getList("items.referringBoroughCode", String.class)).containsOnly("E09000007");
    assertThat(seen.getMap("items[0]"))
        .containsOnlyKeys(
            "id",
            "reference",
            "externalReference",
            "boroughStatus",
            "referringBoroughCode",
            "receivedAt");
    assertThat(list(CAMDEN, "borough=E09000019").getList("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text=demo, text, STAFF_ONLY",
    "mine=true, mine, STAFF_ONLY",
    "overdue=true, overdue, STAFF_ONLY",
    "dueBefore=2026-01-01, dueBefore, STAFF_ONLY",
    "order=MOST_URGENT, order, STAFF_ONLY"
  })
  void what_is_for_staff_is_refused_to_boroughs(String query, String field, String code) {
    assertViolated(as(CAMDEN).get("/v1/case-list?" + query), field, code);
  }

  @ParameterizedTest
  @CsvSource({
    "borough=Islington, borough, GSS_CODE",
    "status=LOST, status, UNKNOWN",
    "waitingOver=-1, waitingOver, RANGE",
    "waitingOver=9999, waitingOver, RANGE",
    "dueBefore=soon, dueBefore, DATE",
    "overdue=perhaps, overdue, BOOLEAN",
    "mine=1, mine, BOOLEAN",
    "text=ab, text, SIZE",
    "text=%25%25%25, text, SIZE",
    "order=RANDOM, order, UNKNOWN",
    "limit=0, limit, RANGE"
  })
  void a_filter_that_cannot_be_is_refused_with_field_and_code(
      String query, String field, String code) {
    assertViolated(
        as(COORDINATOR).urlEncodingEnabled(false).get("/v1/case-list?" + query), field, code);
  }

  @Test
  void the_cursor_of_one_order_is_not_taken_for_the_others() {
    var _ = aReferral(ISLINGTON);
    var _ = aReferral(ISLINGTON);
    upkeepIsDone();
    String newest = list(COORDINATOR, "limit=1").getString("next");
    String urgent = list(COORDINATOR, "limit=1&order=MOST_URGENT").getString("next");

    assertRefused(
        as(COORDINATOR).get("/v1/case-list?order=MOST_URGENT&cursor=" + newest),
        400,
        "request/invalid-cursor");
    assertRefused(
        as(COORDINATOR).get("/v1/case-list?cursor=" + urgent), 400, "request/invalid-cursor");
  }

  @Test
  void a_name_is_found_by_any_part_of_it_without_accents_and_case_and_a_reference_as_typed() {
    String name = aName();
    String id = aReferralOf(ISLINGTON, "Élodé", name);
    upkeepIsDone();
    String reference = get(COORDINATOR, id).jsonPath().getString("reference");

    for (String text :
        List.of(
            name.toUpperCase(Locale.ROOT),
            name.substring(2),
            name.substring(1, 12),
            "elode " + name,
            reference,
            reference.toLowerCase(Locale.ROOT),
            reference.substring(1, 9),
            reference.replace('-', ' '),
            reference.replace("-", ""))) {
      assertThat(
              as(COORDINATOR)
                  .queryParam("text", text)
                  .get("/v1/case-list")
                  .jsonPath()
                  .getList("items.id", String.class))
          .as(text)
          .containsExactly(id);
    }
  }

  @Test
  void the_list_follows_a_move_and_narrows_to_several_statuses() {
    String name = aName();
    String received = aReferralOf(ISLINGTON, "Demo", name);
    String triaged = aReferralOf(CAMDEN, "Demo", name);
    String declined = aReferralOf(CAMDEN, "Demo", name);
    moved(move(COORDINATOR, triaged, "triage", "{}"));
    moved(move(COORDINATOR, declined, "triage", "{}"));
    moved(move(COORDINATOR, declined, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));
    upkeepIsDone();

    assertThat(ids("text=" + name)).containsExactly(declined, triaged, received);
    assertThat(ids("text=%s&status=IN_TRIAGE&status=RECEIVED".formatted(name)))
        .containsExactly(triaged, received);
    assertThat(ids("text=%s&status=DECLINED".formatted(name))).containsExactly(declined);
    assertThat(ids("text=%s&borough=E09000007".formatted(name))).containsExactly(declined, triaged);
    JsonPath ended = list(COORDINATOR, "text=%s&status=DECLINED".formatted(name));
    assertThat(ended.getMap("items[0]")).doesNotContainKey("nextAction");
  }

  @Test
  void the_most_urgent_come_first_in_pages_without_gap_or_repeat() throws Exception {
    String name = aName();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(aReferralOf(ISLINGTON, "Demo", name));
    }
    upkeepIsDone();
    // As if received at other times: the list goes by what is due, not by what is newest.
    List<String> byDue = new ArrayList<>(made);
    Collections.rotate(byDue, 2);
    for (int i = 0; i < byDue.size(); i++) {
      due(byDue.get(i), LocalDate.parse("2026-01-10").plusDays(i / 2));
    }

    List<String> listed = new ArrayList<>();
    String path = "/v1/case-list?order=MOST_URGENT&overdue=true&limit=2&text=" + name;
    String next = path;
    while (next != null && listed.size() < 10) {
      JsonPath page = as(COORDINATOR).get(next).jsonPath();
      listed.addAll(page.getList("items.id", String.class));
      String cursor = page.getString("next");
      next = cursor == null ? null : path + "&cursor=" + cursor;
    }

    List<String> expected = new ArrayList<>(byDue);
    expected.subList(0, 2).sort(null);
    expected.subList(2, 4).sort(null);
    assertThat(listed).isEqualTo(expected);
    assertThat(ids("order=MOST_URGENT&dueBefore=2026-01-11&text=" + name))
        .isEqualTo(expected.subList(0, 2));
  }

  private static void due(String id, LocalDate day) throws Exception {
    try (var connection = Psql.asService();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('app.borough', '*', true)");
      statement.executeUpdate(
          "update case_list_entry set next_due_on = '%s' where referral_id = '%s'"
              .formatted(day, id));
      connection.commit();
    }
  }

  @Test
  void mine_are_those_that_were_given_to_me_last() {
    String name = aName();
    String mine = aReferralOf(ISLINGTON, "Demo", name);
    String given = aReferralOf(ISLINGTON, "Demo", name);
    assigned(ASSESSOR, mine, "me");
    assigned(COORDINATOR, given, "me");
    upkeepIsDone();
    String coordinator = list(COORDINATOR, "mine=true&text=" + name).getString("items[0].assignee");

    assertThat(mine(ASSESSOR, name)).containsExactly(mine);
    assigned(MANAGER, mine, coordinator);
    assigned(COORDINATOR, given, "nobody");
    upkeepIsDone();

    assertThat(mine(ASSESSOR, name)).isEmpty();
    assertThat(mine(COORDINATOR, name)).containsExactly(mine);
  }

  @Test
  void an_assessor_takes_a_referral_and_gives_it_to_nobody_else() {
    String id = aReferral(ISLINGTON);

    assertViolated(assign(ASSESSOR, id, UUID.randomUUID().toString()), "assignee", "NOT_ONESELF");
    assertViolated(assign(COORDINATOR, id, "the new one"), "assignee", "PATTERN");
    assertRefused(assign(ISLINGTON, id, "me"), 403, "request/forbidden");
    assertRefused(
        assign(COORDINATOR, UUID.randomUUID().toString(), "me"), 404, "referral/not-found");
    assertRefused(
        as(COORDINATOR)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", "\"7\"")
            .body("{\"assignee\":\"me\"}")
            .post("/v1/referrals/" + id + "/assignment"),
        412,
        "request/stale");
  }

  @Test
  void an_assignment_changes_nothing_that_a_borough_can_see() {
    String id = aReferral(CAMDEN);
    upkeepIsDone();
    String before = get(CAMDEN, id).asString() + list(CAMDEN, "limit=1").prettify();

    assigned(COORDINATOR, id, "me");
    upkeepIsDone();

    assertThat(get(CAMDEN, id).asString() + list(CAMDEN, "limit=1").prettify()).isEqualTo(before);
  }

  @Test
  void the_list_is_for_those_who_work_with_referrals() {
    assertRefused(as(OFFICER).get("/v1/case-list"), 403, "request/forbidden");
  }

  @Test
  void the_database_itself_keeps_the_lists_of_boroughs_apart() throws Exception {
    UUID id = UUID.fromString(aReferral(ISLINGTON));
    assigned(COORDINATOR, id.toString(), "me");
    upkeepIsDone();
    String entry = "select * from case_list_entry where referral_id = ?";
    String assignment = "select * from assignment where referral_id = ?";

    assertThat(Psql.rows("E09000019", entry, id)).hasSize(1);
    assertThat(Psql.rows("E09000007", entry, id)).isEmpty();
    assertThat(Psql.rows("E09000019", assignment, id)).isEmpty();
    assertThat(Psql.rows("*", assignment, id)).hasSize(1);
    for (String search : List.of("select * from case_search", "select cases_with('demo')")) {
      assertThat(Psql.rows("*", search)).as(search).isNotEmpty();
      assertThat(Psql.rows("E09000019", search)).as(search).isEmpty();
      assertThat(Psql.rows("", search)).as(search).isEmpty();
    }
  }

  private static List<String> mine(String caller, String name) {
    return list(caller, "mine=true&text=" + name).getList("items.id", String.class);
  }

  private static List<String> ids(String query) {
    return list(COORDINATOR, query).getList("items.id", String.class);
  }

  private static JsonPath list(String caller, String query) {
    Response answer = as(caller).get("/v1/case-list?" + query);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.jsonPath();
  }

  private static void assigned(String caller, String id, String assignee) {
    Response answer = assign(caller, id, assignee);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static Response assign(String caller, String id, String assignee) {
    return as(caller)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"assignee\":\"%s\"}".formatted(assignee))
        .post("/v1/referrals/" + id + "/assignment");
  }
}
