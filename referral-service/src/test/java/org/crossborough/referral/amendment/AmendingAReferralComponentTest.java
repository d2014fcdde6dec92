package org.crossborough.referral.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.aReferral;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.move;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AmendingAReferralComponentTest {

  @Test
  void what_was_put_right_is_shown_and_its_history_kept() {
    String id = aReferral(ISLINGTON);

    Response answer =
        amend(
            ISLINGTON,
            id,
            """
            {"field":"client.familyName","value":"Beispiel"},
            {"field":"client.postcode"},
            {"field":"children.cpPlan","value":"YES"},
            {"field":"orders","value":[{"type":"SPO","madeOn":"2025-11-03"}]},
            {"field":"equality.disabilities","value":["SIGHT","HEARING"]}
            """);

    moved(answer);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    JsonPath shown = get(COORDINATOR, id).jsonPath();
    assertThat(get(ISLINGTON, id).asString()).isEqualTo(answer.asString());
    assertThat(shown.getString("client.familyName")).isEqualTo("Beispiel");
    assertThat(shown.getMap("client")).doesNotContainKey("postcode").containsKey("phone");
    assertThat(shown.getString("children.cpPlan")).isEqualTo("YES");
    assertThat(shown.getString("orders[0].madeOn")).isEqualTo("2025-11-03");
    assertThat(shown.getList("equality.disabilities")).isEqualTo(List.of("SIGHT", "HEARING"));

    JsonPath history = as(ISLINGTON).get("/v1/referrals/" + id + "/amendments").jsonPath();
    assertThat(history.getList("items.field"))
        .containsExactlyInAnyOrder(
            "client.familyName",
            "client.postcode",
            "children.cpPlan",
            "orders",
            "equality.disabilities");
    assertThat(history.getList("items.by")).containsOnly(by(history));
    Map<String, Object> name = history.getMap("items.find { it.field == 'client.familyName' }");
    assertThat(name)
        .containsEntry("from", "Example")
        .containsEntry("to", "Beispiel")
        .containsEntry("reason", "A mistake");
    Map<String, Object> postcode = history.getMap("items.find { it.field == 'client.postcode' }");
    assertThat(postcode).containsEntry("from", "N1 1AA").doesNotContainKey("to");
    Map<String, Object> disabilities =
        history.getMap("items.find { it.field == 'equality.disabilities' }");
    assertThat(disabilities)
        .containsEntry("to", List.of("SIGHT", "HEARING"))
        .doesNotContainKey("from");
  }

  private static String by(JsonPath history) {
    return history.getString("items[0].by");
  }

  @Test
  void history_is_read_page_by_page_newest_first() {
    String id = aReferral(ISLINGTON);
    for (String keyworker : List.of("Demo A", "Demo B", "Demo C")) {
      moved(amend(ISLINGTON, id, change("keyworker", keyworker)));
    }
    String path = "/v1/referrals/" + id + "/amendments?limit=2";

    Response page = as(ISLINGTON).get(path);

    assertThat(page.jsonPath().getList("items.to")).isEqualTo(List.of("Demo C", "Demo B"));
    String next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    assertThat(as(ISLINGTON).urlEncodingEnabled(false).get(next).jsonPath().getList("items.to"))
        .isEqualTo(List.of("Demo A"));
  }

  @Test
  void a_borough_reads_what_the_programme_put_right_and_neither_who_nor_why() {
    String id = aReferral(ISLINGTON);
    moved(amend(ISLINGTON, id, change("keyworker", "Demo A")));
    moved(amend(COORDINATOR, id, change("keyworker", "Demo B")));

    Response seen = as(ISLINGTON).get("/v1/referrals/" + id + "/amendments");

    List<Map<String, Object>> items = seen.jsonPath().getList("items");
    assertThat(items.getFirst())
        .containsEntry("from", "Demo A")
        .containsEntry("to", "Demo B")
        .containsEntry("by", "PROGRAMME")
        .doesNotContainKey("reason");
    assertThat(items.getLast()).containsEntry("reason", "A mistake");
    assertThat(String.valueOf(items.getLast().get("by"))).contains(ISLINGTON);
    assertThat(seen.asString()).doesNotContain(COORDINATOR);
    JsonPath staff = as(COORDINATOR).get("/v1/referrals/" + id + "/amendments").jsonPath();
    assertThat(staff.getString("items[0].by")).isEqualTo(COORDINATOR);
    assertThat(staff.getString("items[1].by")).contains(ISLINGTON);
    assertThat(staff.getList("items.reason")).isEqualTo(List.of("A mistake", "A mistake"));
  }

  @Test
  void others_are_told_of_the_man_when_what_they_show_changed() {
    String id = aReferral(ISLINGTON);

    moved(amend(ISLINGTON, id, change("client.phone", "020 7946 0999")));

    ParticipantChanged told =
        Wire.await(
            ParticipantChanged.class,
            e -> e.referralId().toString().equals(id) && "020 7946 0999".equals(e.phone()));
    assertThat(told.familyName()).isEqualTo("Example");
  }

  @Test
  void others_are_told_of_boroughs_and_of_the_kind_of_referrer() throws Exception {
    String id = aReferral(ISLINGTON);
    UUID key = UUID.fromString(id);

    moved(amend(ISLINGTON, id, change("keyworker", "Demo Colleague")));
    assertThat(Psql.count("select count(*) from outbox where key = ?", key)).isEqualTo(1);
    moved(amend(ISLINGTON, id, change("client.residenceBoroughCode", "E09000012")));

    ReferralAmended told =
        Wire.await(ReferralAmended.class, e -> e.referralId().toString().equals(id));
    assertThat(told.residenceBoroughCode()).isEqualTo("E09000012");
    assertThat(told.commissioningBoroughCode()).isEqualTo("E09000019");
    assertThat(told.referrerType()).isEqualTo("DRUG_SERVICE");
    assertThat(Psql.count("select count(*) from outbox where key = ?", key)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client.nhsNumber | \"9434765918\" | client.nhsNumber | NHS_NUMBER",
        "client.residenceBoroughCode | \"E09000034\" | client.residenceBoroughCode | GSS_CODE",
        "client.dateOfBirth | \"2008-01-07\" | client.dateOfBirth | UNDER_18",
        "client.familyName | null | client.familyName | REQUIRED",
        "riskNotes | \"ring 020 7946 0000\" | riskNotes | CONTAINS_CONTACT_DETAILS",
        "keyworker | null | keyworker | REQUIRED",
        "referrerName | null | referrerName | REQUIRED",
        "interpreter.needed | \"YES\" | interpreter.language | REQUIRED",
        "treatmentProviderId | \"0197f3a0-1c00-7000-8000-00000000dead\" | treatmentProviderId | UNKNOWN_ORGANISATION",
        "client.sex | \"M\" | client.sex | UNCHANGED",
        "mandate | null | mandate | UNCHANGED",
        "screeningId | \"0197f3a0-1c00-7000-8000-00000000dead\" | changes[0].field | NOT_AMENDABLE",
        "client | {} | changes[0].field | NOT_AMENDABLE",
        "partner.name | \"Demo\" | changes[0].field | NOT_AMENDABLE"
      })
  void an_amendment_keeps_to_the_rules_of_the_form(
      String field, String value, String fault, String code) throws Exception {
    String id = aReferral(ISLINGTON);
    String before = get(ISLINGTON, id).asString();

    Response answer =
        amend(ISLINGTON, id, "{\"field\":\"%s\",\"value\":%s}".formatted(field, value));

    assertViolated(answer, fault, code);
    assertThat(get(ISLINGTON, id).asString()).isEqualTo(before);
    assertThat(amendments(id)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client.sex | \"X\" | client.sex",
        "client.dateOfBirth | \"yesterday\" | client.dateOfBirth",
        "orders | \"none\" | orders",
        "client.phone | {\"number\":\"1\"} | client.phone"
      })
  void a_value_of_another_type_is_unreadable(String field, String value, String fault) {
    Response answer =
        amend(
            ISLINGTON,
            aReferral(ISLINGTON),
            "{\"field\":\"%s\",\"value\":%s}".formatted(field, value));

    assertRefused(answer, 400, "request/malformed-body");
    assertThat(answer.jsonPath().getString("violations[0].field")).isEqualTo(fault);
  }

  @Test
  void a_reason_is_given_once_for_fields_that_are_named_once() {
    String id = aReferral(ISLINGTON);
    String twice = change("keyworker", "Demo A") + "," + change("keyworker", "Demo B");

    assertViolated(amend(ISLINGTON, id, twice), "changes[1].field", "REPEATED");
    assertViolated(
        move(ISLINGTON, id, "amendments", "{\"changes\":[],\"reason\":\"A mistake\"}"),
        "changes",
        "SIZE");
    assertViolated(
        move(
            ISLINGTON,
            id,
            "amendments",
            "{\"changes\":[%s],\"reason\":\"mail a@example.invalid\"}"
                .formatted(change("keyworker", "Demo A"))),
        "reason",
        "CONTAINS_CONTACT_DETAILS");
  }

  @Test
  void the_sender_amends_until_triage_and_a_coordinator_after_it() {
    String id = aReferral(ISLINGTON);
    moved(amend(WORKER, id, change("keyworker", "Demo A")));
    assertRefused(amend(CAMDEN, id, change("keyworker", "Demo B")), 404, "referral/not-found");
    assertRefused(amend(ASSESSOR, id, change("keyworker", "Demo B")), 403, "request/forbidden");
    moved(move(COORDINATOR, id, "triage", "{}"));

    assertRefused(
        amend(ISLINGTON, id, change("keyworker", "Demo B")), 409, "referral/not-amendable-now");
    moved(amend(COORDINATOR, id, change("keyworker", "Demo B")));
  }

  @Test
  void after_its_end_a_coordinator_puts_right_who_the_man_is_and_nothing_else() {
    String id = aReferral(ISLINGTON);
    moved(move(COORDINATOR, id, "triage", "{}"));
    moved(move(COORDINATOR, id, "decline", "{\"reasonCode\":\"NO_CAPACITY\"}"));

    assertRefused(
        amend(
            COORDINATOR,
            id,
            change("client.familyName", "Beispiel")
                + ","
                + change("client.phone", "020 7946 0001")),
        409,
        "referral/not-amendable-now");
    assertRefused(
        amend(ISLINGTON, id, change("client.familyName", "Beispiel")),
        409,
        "referral/not-amendable-now");
    moved(amend(COORDINATOR, id, change("client.familyName", "Beispiel")));
  }

  @Test
  void an_amendment_is_made_on_what_was_read_and_once() throws Exception {
    String id = aReferral(ISLINGTON);
    String body =
        "{\"changes\":[%s],\"reason\":\"A mistake\"}".formatted(change("keyworker", "Demo"));
    String path = "/v1/referrals/" + id + "/amendments";
    String key = UUID.randomUUID().toString();

    assertRefused(
        as(ISLINGTON)
            .header("Idempotency-Key", key)
            .header("If-Match", "\"4\"")
            .body(body)
            .post(path),
        412,
        "request/stale");
    assertRefused(
        as(ISLINGTON).header("Idempotency-Key", key).body(body).post(path),
        428,
        "request/precondition-required");
    Response first =
        as(ISLINGTON)
            .header("Idempotency-Key", key)
            .header("If-Match", "\"0\"")
            .body(body)
            .post(path);
    moved(first);
    Response second =
        as(ISLINGTON)
            .header("Idempotency-Key", key)
            .header("If-Match", "\"0\"")
            .body(body)
            .post(path);

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(amendments(id)).isEqualTo(1);
  }

  @Test
  void a_fault_that_was_there_before_does_not_stop_another_field_from_being_put_right()
      throws Exception {
    String id = aReferral(ISLINGTON);
    try (var owner = Psql.asOwner();
        var statement = owner.prepareStatement("update referral set risk_notes = ? where id = ?")) {
      var _ = owner.createStatement().execute("select set_config('app.borough', '*', false)");
      statement.setString(1, "ring 020 7946 0000");
      statement.setObject(2, UUID.fromString(id));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }

    moved(amend(ISLINGTON, id, change("keyworker", "Demo")));
    assertViolated(
        amend(ISLINGTON, id, change("adjustments", "ring 020 7946 0000")),
        "adjustments",
        "CONTAINS_CONTACT_DETAILS");
  }

  @Test
  void the_database_itself_shows_a_borough_its_own_amendments_only() throws Exception {
    String id = aReferral(ISLINGTON);
    moved(amend(ISLINGTON, id, change("keyworker", "Demo")));
    String sql = "select * from referral_amendment where referral_id = ?";

    assertThat(Psql.rows("E09000019", sql, UUID.fromString(id))).hasSize(1);
    assertThat(Psql.rows("E09000007", sql, UUID.fromString(id))).isEmpty();
    assertThat(Psql.rows("", sql, UUID.fromString(id))).isEmpty();
    assertRefused(as(CAMDEN).get("/v1/referrals/" + id + "/amendments"), 404, "referral/not-found");
  }

  @Test
  void a_referral_is_returned_for_what_is_missing_and_completed_with_it() {
    ObjectNode form = aReferralForm(ISLINGTON);
    var _ = ((ObjectNode) form.get("client")).remove("nhsNumber");
    String id = created(post(ISLINGTON, "/v1/referrals", form));

    moved(
        move(
            COORDINATOR,
            id,
            "return",
            """
            {"missing":[{"field":"client.nhsNumber","code":"MISSING","note":"To find his record"},
              {"field":"mandate","code":"MISSING"},{"field":"keyworker","code":"UNCLEAR"}]}
            """));

    JsonPath seen = get(ISLINGTON, id).jsonPath();
    assertThat(seen.getString("boroughStatus")).isEqualTo("RETURNED_FOR_COMPLETION");
    assertThat(seen.getList("missing.field"))
        .isEqualTo(List.of("client.nhsNumber", "mandate", "keyworker"));
    assertThat(seen.getString("missing[0].note")).isEqualTo("To find his record");
    var _ = Wire.await(ReferralReturnedIncomplete.class, e -> e.referralId().toString().equals(id));

    Response tooEarly = move(ISLINGTON, id, "completion", "{}");
    assertRefused(tooEarly, 409, "referral/still-missing");
    assertThat(tooEarly.jsonPath().getList("violations.field"))
        .isEqualTo(List.of("client.nhsNumber", "mandate", "keyworker"));
    moved(amend(ISLINGTON, id, change("mandate", "COURT")));
    assertThat(get(ISLINGTON, id).jsonPath().getList("missing.field"))
        .isEqualTo(List.of("client.nhsNumber", "keyworker"));
    assertRefused(
        move(ISLINGTON, id, "completion", completion(change("keyworker", "Demo"))),
        409,
        "referral/still-missing");
    assertThat(get(ISLINGTON, id).jsonPath().getString("keyworker")).isEqualTo("Demo Keyworker");

    Response completed =
        move(
            ISLINGTON,
            id,
            "completion",
            completion(
                change("keyworker", "Demo") + "," + change("client.nhsNumber", "9434765919")));

    moved(completed);
    assertThat(completed.jsonPath().getString("boroughStatus")).isEqualTo("RECEIVED");
    assertThat(completed.jsonPath().getMap("")).doesNotContainKey("missing");
  }

  @Test
  void a_return_is_for_something_that_can_be_amended_and_is_not_there() {
    String id = aReferral(ISLINGTON);

    assertViolated(move(COORDINATOR, id, "return", "{\"missing\":[]}"), "missing", "SIZE");
    assertViolated(
        returned(id, "{\"field\":\"screeningId\",\"code\":\"MISSING\"}"),
        "missing[0].field",
        "NOT_AMENDABLE");
    assertViolated(
        returned(id, "{\"field\":\"client.phone\",\"code\":\"MISSING\"}"),
        "missing[0].code",
        "NOT_MISSING");
    assertViolated(
        returned(id, "{\"field\":\"mandate\",\"code\":\"MISSING\",\"note\":\"020 7946 0000\"}"),
        "missing[0].note",
        "CONTAINS_CONTACT_DETAILS");
    assertRefused(
        move(
            ISLINGTON,
            id,
            "return",
            "{\"missing\":[{\"field\":\"mandate\",\"code\":\"MISSING\"}]}"),
        403,
        "request/forbidden");
    assertRefused(move(ISLINGTON, id, "completion", "{}"), 409, "referral/illegal-transition");
    moved(move(COORDINATOR, id, "triage", "{}"));
    assertRefused(
        returned(id, "{\"field\":\"mandate\",\"code\":\"MISSING\"}"),
        409,
        "referral/illegal-transition");
  }

  private static Response returned(String id, String item) {
    return move(COORDINATOR, id, "return", "{\"missing\":[%s]}".formatted(item));
  }

  private static String completion(String changes) {
    return "{\"amendments\":{\"changes\":[%s],\"reason\":\"Returned for it\"}}".formatted(changes);
  }

  private static Response amend(String caller, String id, String changes) {
    return move(
        caller, id, "amendments", "{\"changes\":[%s],\"reason\":\"A mistake\"}".formatted(changes));
  }

  private static String change(String field, String value) {
    return "{\"field\":\"%s\",\"value\":\"%s\"}".formatted(field, value);
  }

  private static long amendments(String id) throws Exception {
    return Psql.count(
        "select count(*) from referral_amendment where referral_id = ?", UUID.fromString(id));
  }
}
