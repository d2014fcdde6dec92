package org.crossborough.outcomes.topimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.form.TopFormFixture.aForm;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of TOPs: what becomes of each row, whatever happens on the way. */
@QuarkusTest
class ImportingTopsComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";

  private final OutcomesApi islington = OutcomesApi.as("demo-borough-islington");

  @Inject ImportWorker worker;

  @Test
  void each_row_of_a_csv_file_has_its_own_outcome() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    Story foreign = OtherServices.tellOfReferral("E09000007");
    String reference = reference();
    String file =
        """
        recordReference,referralId,stage,interviewDate,formVersion,substances.alcohol.total,\
        substances.opiates.weeks,injecting.sharedNeedle,qualityOfLife
        %1$s-1,%2$s,START,2026-02-01,TOP_2018_PLUS,20,7|7|NA|7,N,9
        %1$s-2,%2$s,START,2026-02-08,TOP_2018_PLUS,20,,,9
        %1$s-3,%2$s,EXIT,2026-04-01,TOP_2018_PLUS,29,,,NA
        %1$s-4,%3$s,START,2026-02-01,TOP_2018_PLUS,1,,,9
        %1$s-5,%2$s,START
        """
            .formatted(reference, man.referralId(), foreign.referralId());

    String id = imported("", CSV, file);

    JsonPath rows = islington.get("/v1/top-imports/" + id + "/rows").jsonPath();
    assertThat(rows.getList("items.outcome"))
        .containsExactly("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED");
    assertThat(rows.getString("items[0].recordReference")).isEqualTo(reference + "-1");
    assertThat(rows.getString("items[1].violations[0].code")).isEqualTo("SECOND_START");
    assertThat(rows.getString("items[2].violations[0].field"))
        .isEqualTo("substances.alcohol.total");
    assertThat(rows.getString("items[3].problem")).isEqualTo("/problems/top/not-found");
    assertThat(rows.getString("items[4].violations[0].code")).isEqualTo("CELL_COUNT");
    JsonPath top =
        islington.get("/v1/top-records/" + rows.getString("items[0].topRecordId")).jsonPath();
    assertThat(top.getInt("substances.alcohol.total")).isEqualTo(20);
    assertThat(top.getString("substances.opiates.state")).isEqualTo("NOT_ANSWERED");
    assertThat(top.getBoolean("injecting.sharedNeedle.answer")).isFalse();
    assertThat(islington.get("/v1/top-imports/" + id + "/rows.csv").asString())
        .contains("1,CREATED," + reference + "-1,")
        .contains("stage:SECOND_START");
  }

  @Test
  void a_file_sent_again_finds_the_records_that_it_made() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String start = aForm(man.referralId()).json();
    String exit =
        aForm(man.referralId())
            .with("stage", "\"EXIT\"")
            .with("interviewDate", "\"2026-04-01\"")
            .with("recordReference", "\"" + reference() + "\"")
            .json();
    String file = start + "\n\n" + exit + "\n";
    JsonPath first = counts(imported("", NDJSON, file));
    assertThat(first.getInt("created")).isEqualTo(2);

    JsonPath second = counts(imported("", NDJSON, file));

    assertThat(second.getInt("existing")).isEqualTo(2);
    assertThat(
            islington
                .get("/v1/top-records?referralId=" + man.referralId())
                .jsonPath()
                .getList("items"))
        .hasSize(2);
  }

  @Test
  void what_a_worker_leaves_behind_is_gone_on_with_and_no_row_is_taken_in_twice() throws Exception {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    StringBuilder file = new StringBuilder(aForm(man.referralId()).json());
    for (int day = 1; day <= 28; day++) {
      file.append('\n')
          .append(
              aForm(man.referralId())
                  .with("stage", "\"REVIEW\"")
                  .with("interviewDate", "\"2026-03-%02d\"".formatted(day))
                  .json());
    }
    String id = sent("", NDJSON, file.toString());
    worker.end();
    try (var owner = Psql.asOwner();
        var statement = owner.createStatement()) {
      statement.execute("select set_config('app.borough', '*', false)");
      statement.execute("update top_import set leased_until = '-infinity'");
    }

    worker.begin();

    JsonPath counts = counts(awaitDone(id));
    assertThat(counts.getInt("created")).isEqualTo(29);
    assertThat(
            Psql.count("select count(*) from top_record where referral_id = ?", man.referralId()))
        .isEqualTo(29);
    assertThat(
            Psql.count(
                "select count(*) from top_import_row where import_id = ? and content is not null",
                UUID.fromString(id)))
        .isZero();
  }

  @Test
  void of_the_national_file_only_those_who_consented_are_taken() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String client = "C-" + reference();
    islington
        .record(
            aForm(man.referralId())
                .with("clientReference", "\"" + client + "\"")
                .with("nationalConsent", "true")
                .json())
        .then()
        .statusCode(201);
    String reference = reference();
    String file =
        """
        "FINITIAL","AGNCY","CLIENTID","CONSENT","TOPDATE","TOPID","TRSTAGE","ALCUSE","OTDRGUSE",\
        "SHARING","QUALLIFE"
        "D","DEMO1","%1$s","Y","01/04/2026","%2$s-1","E","NA","3","N","12"
        "D","DEMO1","%1$s","N","","","","","","",""
        "D","DEMO1","C-nobody","Y","2026-04-01","%2$s-2","E","1","0","N","12"
        "D","DEMO1","%1$s","Y","2026-04-02","%2$s-3","X","1","0","N","12"
        """
            .formatted(client, reference);

    String id = imported("?shape=NDTMS", CSV, file);

    JsonPath rows = islington.get("/v1/top-imports/" + id + "/rows").jsonPath();
    assertThat(rows.getList("items.outcome"))
        .containsExactly("CREATED", "WITHHELD", "REFUSED", "REFUSED");
    assertThat(rows.getString("items[2].violations[0].code")).isEqualTo("UNKNOWN_CLIENT");
    JsonPath top =
        islington.get("/v1/top-records/" + rows.getString("items[0].topRecordId")).jsonPath();
    assertThat(top.getString("referralId")).isEqualTo(man.referralId().toString());
    assertThat(top.getString("interviewDate")).isEqualTo("2026-04-01");
    assertThat(top.getString("substances.alcohol.state")).isEqualTo("NOT_ANSWERED");
    assertThat(top.getInt("substances.other.total")).isEqualTo(3);
    assertThat(top.getString("organisation")).isEqualTo("DEMO1");
    assertThat(top.getString("social.volunteering.state")).isEqualTo("NOT_ASKED");

    String exported =
        islington.get("/v1/top-records/ndtms.csv?from=2026-04-01&to=2026-04-01").asString();
    assertThat(exported.lines().filter(line -> line.contains(reference)))
        .containsExactly(
            ("\"DEMO1\",\"%s\",\"Y\",\"2026-04-01\",\"%s-1\",\"E\",\"NA\",\"NA\",\"NA\",\"NA\","
                    + "\"NA\",\"NA\",\"3\",\"NA\",\"N\",\"NA\",\"NA\",\"NA\",\"NA\",\"NA\",\"NA\","
                    + "\"NA\",\"NA\",\"NA\",\"NA\",\"12\"")
                .formatted(client, reference));
    assertThat(exported.lines().findFirst().orElseThrow())
        .startsWith(
            "\"AGNCY\",\"CLIENTID\",\"CONSENT\",\"TOPDATE\",\"TOPID\",\"TRSTAGE\",\"ALCUSE\"")
        .endsWith("\"PHSTAT\",\"QUALLIFE\"");
  }

  @Test
  void without_consent_nothing_leaves_but_agency_client_and_the_flag() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String client = "C-" + reference();
    islington
        .record(
            aForm(man.referralId())
                .with("clientReference", "\"" + client + "\"")
                .with("interviewDate", "\"2025-03-05\"")
                .with("nationalConsent", "true")
                .json())
        .then()
        .statusCode(201);
    String path = "/v1/top-records/ndtms.csv?from=2025-03-05&to=2025-03-05";
    assertThat(islington.get(path).asString()).contains("\"" + client + "\",\"Y\"");

    islington
        .record(
            aForm(man.referralId())
                .with("stage", "\"EXIT\"")
                .with("clientReference", "\"" + client + "\"")
                .with("nationalConsent", "false")
                .json())
        .then()
        .statusCode(201);

    assertThat(islington.get(path).asString().lines().filter(line -> line.contains(client)))
        .containsExactly(
            "\"demo-borough-islington\",\"%s\",\"N\"".formatted(client) + ",\"\"".repeat(23));
    assertThat(OutcomesApi.as("demo-borough-camden").get(path).asString()).doesNotContain(client);
    islington.get("/v1/top-records/ndtms.csv?from=2025-03-05").then().statusCode(400);
    islington
        .get("/v1/top-records/ndtms.csv?from=2025-03-05&to=+999999999-01-01")
        .then()
        .statusCode(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          text/csv;             ``;                         400
          text/csv;             stage;                      400
          text/csv;             stage,stage,formVersion;    400
          text/csv;             `"stage`;                   400
          text/csv;             nhsNumber,stage;            400
          application/x-ndjson; ` `;                        400
          application/json;     {};                         415
          text/csv; stage,interviewDate,formVersion;        400
          """)
  void what_is_no_such_file_is_refused(String type, String file, int status) {
    islington
        .importFile("", type, file.getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(status)
        .contentType("application/problem+json");
  }

  @Test
  void rows_that_cannot_be_read_are_refused_and_spoil_no_others() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String file =
        String.join(
            "\n",
            "{",
            "[]",
            "{\"referralId\":\"no\"}",
            "{\"stage\":\"START\"}",
            aForm(man.referralId()).with("clientReference", "\"a b\"").json(),
            aForm(man.referralId()).with("interviewDate", "\"+999999999-01-01\"").json(),
            aForm(man.referralId()).with("treatmentStartedOn", "\"-99999-01-01\"").json(),
            aForm(man.referralId()).json());

    String id = imported("", NDJSON, file);

    assertThat(islington.get("/v1/top-imports/" + id + "/rows").jsonPath().getList("items.outcome"))
        .containsExactly(
            "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED");
  }

  @Test
  void an_import_is_its_senders_alone() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String id = imported("", NDJSON, aForm(man.referralId()).json());

    for (String other : List.of("demo-borough-camden", "demo-drug-alcohol-worker")) {
      OutcomesApi.as(other).get("/v1/top-imports/" + id).then().statusCode(404);
      OutcomesApi.as(other).get("/v1/top-imports/" + id + "/rows").then().statusCode(404);
      assertThat(OutcomesApi.as(other).get("/v1/top-imports").jsonPath().getList("items.id"))
          .doesNotContain(id);
    }
    assertThat(islington.get("/v1/top-imports?limit=1").jsonPath().getList("items.id"))
        .containsExactly(id);
    islington.get("/v1/top-imports/" + id + "/rows?status=NONE").then().statusCode(400);
    islington.get("/v1/top-imports?limit=101").then().statusCode(400);
    OutcomesApi.as("demo-outcomes-analyst").get("/v1/top-imports").then().statusCode(403);
  }

  private String imported(String query, String type, String file) {
    return awaitDone(sent(query, type, file));
  }

  private String sent(String query, String type, String file) {
    Response accepted = islington.importFile(query, type, file.getBytes(StandardCharsets.UTF_8));
    accepted.then().statusCode(202);
    return accepted.jsonPath().getString("id");
  }

  private String awaitDone(String id) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            "DONE".equals(islington.get("/v1/top-imports/" + id).jsonPath().getString("state")));
    return id;
  }

  private JsonPath counts(String id) {
    return islington.get("/v1/top-imports/" + id).jsonPath().setRootPath("counts");
  }

  private static String reference() {
    return UUID.randomUUID().toString().substring(0, 13);
  }
}
