package org.crossborough.referral.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.get;
import static org.crossborough.referral.testing.ReferralApi.moved;
import static org.crossborough.referral.testing.ReferralApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class OrganisationRegisterComponentTest {

  private static final String PATH = "/v1/organisations";

  @Test
  void an_organisation_is_entered_and_shown_to_all() {
    Response answer = post(MANAGER, PATH, anEntry("Demo provider"));

    String id = created(answer);
    assertThat(answer.header("Location")).isEqualTo(PATH + "/" + id);
    assertThat(answer.header("ETag")).isEqualTo("\"0\"");
    assertThat(as(CAMDEN).get(PATH + "/" + id).asString()).isEqualTo(answer.asString());
    assertThat(answer.jsonPath().getBoolean("accredited")).isFalse();
    assertThat(answer.jsonPath().getList("boroughsServed"))
        .isEqualTo(List.of("E09000007", "E09000019"));
  }

  @ParameterizedTest
  @CsvSource({"2025-03-31, false", "2025-04-01, true", "2028-03-31, true", "2028-04-01, false"})
  void accreditation_holds_from_its_first_to_its_last_day(String day, boolean accredited) {
    String id = created(post(MANAGER, PATH, anEntry("Demo provider")));
    moved(
        change(
            id,
            "/accreditations",
            """
            {"scheme":"RESPECT","number":"DEMO-1","level":"FULL","validFrom":"2025-04-01",
             "validTo":"2028-03-31"}
            """));

    Response read = as(ISLINGTON).queryParam("on", day).get(PATH + "/" + id);

    assertThat(read.jsonPath().getBoolean("accredited")).isEqualTo(accredited);
    assertThat(read.jsonPath().getString("accreditations[0].scheme")).isEqualTo("RESPECT");
    assertThat(
            as(ISLINGTON)
                .queryParam("on", day)
                .get(PATH)
                .jsonPath()
                .getBoolean("items.find { it.id == '%s' }.accredited".formatted(id)))
        .isEqualTo(accredited);
  }

  @Test
  void a_lapsed_accreditation_stays_on_record_beside_the_new_one() {
    String id = created(post(MANAGER, PATH, anEntry("Demo provider")));
    for (String year : List.of("2019", "2099")) {
      moved(
          change(
              id,
              "/accreditations",
              """
              {"scheme":"RESPECT","number":"DEMO-%s","level":"FULL","validFrom":"2016-01-01",
               "validTo":"%s-12-31"}
              """
                  .formatted(year, year)));
    }

    assertThat(as(ISLINGTON).get(PATH + "/" + id).jsonPath().getList("accreditations.number"))
        .isEqualTo(List.of("DEMO-2019", "DEMO-2099"));
  }

  @Test
  void a_manager_who_has_read_an_entry_replaces_it() {
    String id = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String renamed = anEntry("Demo provider, renamed");

    assertRefused(
        as(MANAGER).header("If-Match", "\"7\"").body(renamed).put(PATH + "/" + id),
        412,
        "request/stale");
    assertRefused(
        as(MANAGER).body(renamed).put(PATH + "/" + id), 428, "request/precondition-required");
    assertRefused(
        as(COORDINATOR).header("If-Match", "\"0\"").body(renamed).put(PATH + "/" + id),
        403,
        "request/forbidden");
    Response answer = as(MANAGER).header("If-Match", "\"0\"").body(renamed).put(PATH + "/" + id);

    moved(answer);
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.jsonPath().getString("name")).isEqualTo("Demo provider, renamed");
  }

  @Test
  void pages_lead_through_all_of_a_type() {
    String first = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String second = created(post(MANAGER, PATH, anEntry("Demo provider")));

    Response page = as(ISLINGTON).get(PATH + "?type=TREATMENT_PROVIDER&limit=1");
    assertThat(page.jsonPath().getList("items.id")).isEqualTo(List.of(second));
    String next = page.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    assertThat(as(ISLINGTON).urlEncodingEnabled(false).get(next).jsonPath().getList("items.id"))
        .isEqualTo(List.of(first));
    assertThat(as(ISLINGTON).get(PATH + "?type=BOROUGH&limit=100").jsonPath().getList("items.id"))
        .doesNotContain(first, second);
  }

  @ParameterizedTest
  @CsvSource({
    "name, '', REQUIRED",
    "name, Clinic 020 7946 0000, CONTAINS_CONTACT_DETAILS",
    "activeUntil, 2019-12-31, BEFORE_START"
  })
  void a_broken_rule_names_field_and_code(String field, String value, String code) {
    String entry = anEntry("Demo provider").replace("}", ",\"%s\":\"%s\"}".formatted(field, value));
    String once = field.equals("name") ? entry.replace("\"name\":\"Demo provider\",", "") : entry;

    assertViolated(post(MANAGER, PATH, once), field, code);
  }

  @Test
  void boroughs_and_days_must_be_such() {
    assertRefused(
        post(MANAGER, PATH, anEntry("Demo provider").replace("E09000019", "E09000099")),
        400,
        "request/invalid");
    assertViolated(as(MANAGER).get(PATH + "?on=yesterday"), "on", "UNREADABLE");
    assertViolated(as(MANAGER).get(PATH + "?type=CLUB"), "type", "UNKNOWN");
    assertRefused(as(MANAGER).get(PATH + "/" + UUID.randomUUID()), 404, "organisation/not-found");
    assertRefused(post(COORDINATOR, PATH, anEntry("Demo provider")), 403, "request/forbidden");
  }

  @Test
  void a_referral_names_organisations_that_are_active_on_its_day() {
    String active = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String ended =
        created(
            post(
                MANAGER,
                PATH,
                anEntry("Demo provider").replace("}", ",\"activeUntil\":\"2026-01-05\"}")));

    String id =
        created(
            post(
                ISLINGTON,
                "/v1/referrals",
                aReferralForm(ISLINGTON)
                    .put("referrerOrganisationId", active)
                    .put("treatmentProviderId", active)));
    assertThat(get(ISLINGTON, id).jsonPath().getString("treatmentProviderId")).isEqualTo(active);
    assertViolated(
        post(
            ISLINGTON,
            "/v1/referrals",
            aReferralForm(ISLINGTON)
                .put("referrerOrganisationId", active)
                .put("treatmentProviderId", ended)),
        "treatmentProviderId",
        "UNKNOWN_ORGANISATION");
  }

  @Test
  void a_machine_is_registered_for_a_borough_and_ends_there() {
    String organisation = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String client = "demo-client-" + UUID.randomUUID();
    String path = "/v1/boroughs/E09000019/clients";

    String id = created(post(MANAGER, path, aClient(client, organisation, "2020-01-01")));

    assertThat(as(ISLINGTON).get(path).jsonPath().getList("items.clientId")).contains(client);
    assertThat(as(COORDINATOR).get(path).jsonPath().getList("items.clientId")).contains(client);
    assertThat(as(CAMDEN).get(path).jsonPath().getList("items")).isEmpty();
    assertRefused(
        post(
            MANAGER, "/v1/boroughs/E09000007/clients", aClient(client, organisation, "2026-01-01")),
        409,
        "organisation/client-registered");

    moved(end(path + "/" + id, "2025-12-31"));
    assertRefused(end(path + "/" + id, "2025-12-31"), 412, "request/stale");
    assertThat(
            created(
                post(
                    MANAGER,
                    "/v1/boroughs/E09000007/clients",
                    aClient(client, organisation, "2026-01-01"))))
        .isNotEqualTo(id);
  }

  @Test
  void a_machine_is_registered_for_what_exists() {
    String organisation = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String client = "demo-client-" + UUID.randomUUID();

    assertRefused(
        post(
            MANAGER, "/v1/boroughs/E09000099/clients", aClient(client, organisation, "2026-01-01")),
        404,
        "organisation/not-found");
    assertRefused(
        post(
            MANAGER,
            "/v1/boroughs/E09000019/clients",
            aClient(client, UUID.randomUUID().toString(), "2026-01-01")),
        404,
        "organisation/not-found");
    assertRefused(
        end("/v1/boroughs/E09000019/clients/" + UUID.randomUUID(), "2026-01-01"),
        404,
        "organisation/client-not-found");
  }

  @Test
  void the_database_itself_shows_a_borough_its_own_machines_only() throws Exception {
    String organisation = created(post(MANAGER, PATH, anEntry("Demo provider")));
    String client = "demo-client-" + UUID.randomUUID();
    var _ =
        created(
            post(
                MANAGER,
                "/v1/boroughs/E09000019/clients",
                aClient(client, organisation, "2026-01-01")));
    String sql = "select * from machine_client where client_id = ?";

    assertThat(Psql.rows("E09000019", sql, client)).hasSize(1);
    assertThat(Psql.rows("E09000007", sql, client)).isEmpty();
    assertThat(Psql.rows("", sql, client)).isEmpty();
  }

  private static Response end(String client, String until) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", "\"0\"")
        .body("{\"until\":\"%s\"}".formatted(until))
        .post(client + "/end");
  }

  private static Response change(String id, String path, String body) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(MANAGER).get(PATH + "/" + id).header("ETag"))
        .body(body)
        .post(PATH + "/" + id + path);
  }

  private static String aClient(String clientId, String organisation, String from) {
    return "{\"clientId\":\"%s\",\"organisationId\":\"%s\",\"from\":\"%s\"}"
        .formatted(clientId, organisation, from);
  }

  private static String anEntry(String name) {
    return """
    {"name":"%s","type":"TREATMENT_PROVIDER","activeFrom":"2020-01-01",
     "boroughsServed":["E09000019","E09000007"]}
    """
        .formatted(name);
  }
}
