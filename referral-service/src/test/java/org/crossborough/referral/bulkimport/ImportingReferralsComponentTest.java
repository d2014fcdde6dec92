package org.crossborough.referral.bulkimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.get;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Tokens;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportingReferralsComponentTest {

  private static final String PATH = "/v1/referral-imports";
  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final String HEADER =
      "externalReference,referringBoroughCode,referralDate,referrerType,referrerOrganisation,"
          + "screeningId,client.givenName,client.familyName,client.dateOfBirth,client.sex,"
          + "client.residenceBoroughCode,treatmentProvider,treatmentEpisodeRef,mainSubstance,"
          + "consentToReferral,confidentialityExplained,client.postcode,"
          + "referrerName,referrerContact,keyworker";

  private final ImportWorker worker;

  ImportingReferralsComponentTest(ImportWorker worker) {
    this.worker = worker;
  }

  @Test
  void rows_of_a_table_become_referrals() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String one = reference();
    String two = reference();

    String id = accepted(send(ISLINGTON, CSV, HEADER + "\n" + row(form, one) + row(form, two)));
    JsonPath done = awaitDone(ISLINGTON, id);

    assertThat(done.getMap("counts"))
        .isEqualTo(Map.of("pending", 0, "created", 2, "existing", 0, "refused", 0));
    JsonPath rows = rows(ISLINGTON, id, "");
    assertThat(rows.getList("items.externalReference")).containsExactly(one, two);
    JsonPath referral = get(ISLINGTON, rows.getString("items[0].referralId")).jsonPath();
    assertThat(referral.getString("boroughStatus")).isEqualTo("RECEIVED");
    assertThat(referral.getString("externalReference")).isEqualTo(one);
    assertThat(referral.getString("client.postcode")).isEqualTo("N1 1AA");
    assertThat(given().get("/q/metrics").asString())
        .contains("crossborough_import_rows_total{outcome=\"CREATED\"}");
  }

  @Test
  void lines_of_forms_become_referrals_too() {
    ObjectNode form = aReferralForm(ISLINGTON);

    String id = accepted(send(ISLINGTON, NDJSON, "\n" + form + "\r\n\n"));

    assertThat(awaitDone(ISLINGTON, id).getInt("counts.created")).isEqualTo(1);
  }

  @Test
  void each_bad_row_is_refused_for_its_own_reason_and_good_ones_go_on() {
    ObjectNode good = aReferralForm(ISLINGTON);
    List<String> lines = new ArrayList<>();
    lines.add(good.toString());
    lines.add(fresh(good).put("mainSubstance", "TEA").toString());
    lines.add(fresh(good).put("partnerName", "Demo").toString());
    lines.add(fresh(good).put("consentToReferral", false).toString());
    lines.add(fresh(good).put("referringBoroughCode", "E09000007").toString());
    lines.add(fresh(good).put("screeningId", UUID.randomUUID().toString()).toString());
    lines.add(fresh(good).put("riskNotes", "ring 020 7946 0000").toString());
    lines.add("{\"externalReference\":");
    lines.add("null");
    lines.add("[]");
    lines.add(fresh(good).put("treatmentEpisodeRef", "EP\u0000").toString());
    lines.add(fresh(good).put("externalReference", "A\u0000B").toString());
    lines.add(fresh(good).without("client").toString());
    lines.add(good.put("screeningId", aReferralForm(ISLINGTON).get("screeningId").asText()) + "");
    lines.add(fresh(good).toString());

    String id = accepted(send(ISLINGTON, NDJSON, String.join("\n", lines)));
    JsonPath done = awaitDone(ISLINGTON, id);
    JsonPath rows = rows(ISLINGTON, id, "");

    assertThat(done.getMap("counts"))
        .isEqualTo(Map.of("pending", 0, "created", 2, "existing", 0, "refused", 13));
    assertThat(rows.getList("items.outcome", String.class))
        .startsWith("CREATED", "REFUSED")
        .endsWith("REFUSED", "CREATED");
    assertThat(IntStream.range(1, 14).mapToObj(i -> why(rows, i)).toList())
        .containsExactly(
            "request/malformed-body mainSubstance:UNREADABLE",
            "request/malformed-body partnerName:UNKNOWN_FIELD",
            "request/invalid consentToReferral:NOT_AGREED",
            "request/invalid referringBoroughCode:OTHER_BOROUGH",
            "referral/screening-not-found ",
            "request/invalid riskNotes:CONTAINS_CONTACT_DETAILS",
            "request/malformed-body ",
            "request/malformed-body ",
            "request/malformed-body ",
            "request/invalid ",
            "request/invalid ",
            "request/invalid client:REQUIRED",
            "referral/duplicate-reference ");
    JsonPath refused = rows(ISLINGTON, id, "&status=REFUSED");
    assertThat(refused.getList("items.outcome", String.class)).hasSize(13).containsOnly("REFUSED");
  }

  @Test
  void a_row_sent_again_is_the_referral_that_it_was() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String first = accepted(send(ISLINGTON, NDJSON, form.toString()));
    var _ = awaitDone(ISLINGTON, first);
    String referral = rows(ISLINGTON, first, "").getString("items[0].referralId");

    String second = accepted(send(ISLINGTON, NDJSON, form + "\n" + form));
    var _ = awaitDone(ISLINGTON, second);

    assertThat(second).isNotEqualTo(first);
    JsonPath rows = rows(ISLINGTON, second, "");
    assertThat(rows.getList("items.outcome")).containsExactly("EXISTING", "EXISTING");
    assertThat(rows.getList("items.referralId")).containsExactly(referral, referral);
  }

  @Test
  void the_same_file_under_the_same_key_is_the_same_import() {
    String key = UUID.randomUUID().toString();
    String file = aReferralForm(ISLINGTON).toString();

    Response first = send(ISLINGTON, NDJSON, file.getBytes(StandardCharsets.UTF_8), key);
    Response second = send(ISLINGTON, NDJSON, file.getBytes(StandardCharsets.UTF_8), key);

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.header("Location")).isEqualTo(PATH + "/" + accepted(first));
    assertRefused(
        send(ISLINGTON, NDJSON, (file + "\n{}").getBytes(StandardCharsets.UTF_8), key),
        422,
        "request/idempotency-key-reused");
    var _ = awaitDone(ISLINGTON, accepted(first));
  }

  @Test
  void what_rows_said_is_gone_when_they_are_dealt_with() throws Exception {
    ObjectNode form = aReferralForm(ISLINGTON);
    String id =
        accepted(send(ISLINGTON, NDJSON, form + "\n" + fresh(form).put("mainSubstance", 1)));
    var _ = awaitDone(ISLINGTON, id);

    String kept =
        Psql.rows("*", "select * from referral_import_row where import_id = ?", UUID.fromString(id))
            .toString();

    assertThat(kept).contains("content=null").doesNotContain("Example", "7946", "1985");
  }

  @Test
  void five_thousand_rows_survive_workers_that_die_again_and_again() throws Exception {
    int men = 5000;
    ObjectNode form = aReferralForm(CAMDEN);
    String batch = UUID.randomUUID().toString().substring(0, 8);
    String file =
        HEADER
            + "\n"
            + IntStream.rangeClosed(1, men)
                .mapToObj(i -> row(form, batch + "-" + i))
                .collect(Collectors.joining());
    long begun = System.nanoTime();

    String id = accepted(send(CAMDEN, CSV, file));
    for (int death = 1; death <= 4; death++) {
      int further = death * men / 8;
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .until(() -> status(CAMDEN, id).getInt("counts.created") >= further);
      worker.end();
      assertThat(status(CAMDEN, id).getString("state")).isEqualTo("RUNNING");
      worker.begin();
    }
    JsonPath done = awaitDone(CAMDEN, id);

    assertThat(done.getMap("counts"))
        .isEqualTo(Map.of("pending", 0, "created", men, "existing", 0, "refused", 0));
    String pattern = batch + "-%";
    assertThat(Psql.count("select count(*) from referral where external_reference like ?", pattern))
        .isEqualTo(men);
    assertThat(
            Psql.count(
                """
                select count(distinct o.key) from outbox o join referral r on r.id = o.key
                where o.type = 'referral.received.v1' and r.external_reference like ?
                """,
                pattern))
        .as("each told once")
        .isEqualTo(men);
    Logger.getLogger(getClass())
        .infof("%d rows in %d ms", men, (System.nanoTime() - begun) / 1_000_000);
  }

  @Test
  void rows_are_read_page_by_page_in_the_order_of_the_file() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String file =
        IntStream.range(0, 5)
            .mapToObj(i -> fresh(form).toString())
            .collect(Collectors.joining("\n"));
    String id = accepted(send(ISLINGTON, NDJSON, file));
    var _ = awaitDone(ISLINGTON, id);

    List<Integer> numbers = new ArrayList<>();
    String next = PATH + "/" + id + "/rows?limit=2";
    while (next != null) {
      Response page = as(ISLINGTON).urlEncodingEnabled(false).get(next);
      numbers.addAll(page.jsonPath().getList("items.number", Integer.class));
      String link = page.header("Link");
      next = link == null ? null : link.replaceAll("<(.*)>; rel=\"next\"", "$1");
    }

    assertThat(numbers).containsExactly(1, 2, 3, 4, 5);
    assertViolated(as(ISLINGTON).get(PATH + "/" + id + "/rows?status=LOST"), "status", "UNKNOWN");
    assertRefused(
        as(ISLINGTON).get(PATH + "/" + id + "/rows?cursor=abc"), 400, "request/invalid-cursor");
  }

  @Test
  void a_table_of_results_runs_nothing_in_a_spreadsheet() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String formula = "=HYPERLINK(\"https://x.example.org\")" + reference().substring(0, 8);
    String id = accepted(send(ISLINGTON, NDJSON, form.put("externalReference", formula) + ""));
    var _ = awaitDone(ISLINGTON, id);

    Response table = as(ISLINGTON).get(PATH + "/" + id + "/rows.csv");

    assertThat(table.contentType()).startsWith("text/csv");
    assertThat(table.asString())
        .startsWith("number,outcome,externalReference,referralId,problem,violations\r\n1,CREATED,")
        .contains("\"'=HYPERLINK(");
  }

  @Test
  void another_boroughs_import_is_not_found_like_none() {
    String id = accepted(send(ISLINGTON, NDJSON, aReferralForm(ISLINGTON).toString()));
    String none = UUID.randomUUID().toString();

    for (String path : List.of("", "/rows", "/rows.csv")) {
      Response other = as(CAMDEN).header("X-Correlation-ID", "the-same-id").get(path(id, path));
      Response missing = as(CAMDEN).header("X-Correlation-ID", "the-same-id").get(path(none, path));
      assertRefused(other, 404, "import/not-found");
      assertThat(other.asString().replace(id, none)).isEqualTo(missing.asString());
    }
    assertThat(as(CAMDEN).get(PATH).jsonPath().getList("items.id")).doesNotContain(id);
    assertThat(as(ISLINGTON).get(PATH).jsonPath().getList("items.id")).contains(id);
    var _ = awaitDone(ISLINGTON, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "externalReference;referringBoroughCode",
        "externalReference,externalReference",
        "no,such,columns\n1,2,3",
        "\"never closed",
        "\u0000",
        "=cmd|' /C calc'!A0",
        "{\"externalReference\":1}"
      })
  void a_file_that_is_no_table_of_referrals_is_refused_as_a_whole(String file) {
    Response answer = send(ISLINGTON, CSV, file);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  @Test
  void a_table_with_hostile_cells_is_dealt_with_row_by_row() {
    ObjectNode form = aReferralForm(ISLINGTON);
    String huge = row(form, "x".repeat(70_000));
    String nul = row(form, "N\u0000" + reference());
    String quoted = row(form, "\"A \"\"quoted\"\" one, " + reference().substring(0, 8) + "\"");
    String file =
        "\uFEFF" + HEADER + "\r\n" + huge + nul + quoted + "short,row\n" + row(form, reference());

    String id = accepted(send(ISLINGTON, CSV, file));
    var _ = awaitDone(ISLINGTON, id);

    JsonPath rows = rows(ISLINGTON, id, "");
    assertThat(rows.getList("items.outcome"))
        .containsExactly("REFUSED", "REFUSED", "CREATED", "REFUSED", "CREATED");
    assertThat(rows.getString("items[0].violations[0].code")).isEqualTo("TOO_LONG");
    assertThat(rows.getString("items[3].violations[0].code")).isEqualTo("CELL_COUNT");
  }

  @Test
  void what_is_not_utf_8_or_too_long_or_of_another_type_is_refused() {
    byte[] latin = "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(send(ISLINGTON, CSV, latin, reference()), 400, "import/unreadable");
    assertRefused(send(ISLINGTON, CSV + ";charset=iso-8859-1", "a"), 415, TYPE);
    assertRefused(send(ISLINGTON, "text/plain", "a"), 415, TYPE);
    assertRefused(send(ISLINGTON, NDJSON, "{}\n".repeat(5001)), 413, "import/too-many-rows");
  }

  private static final String TYPE = "request/unsupported-media-type";

  @Test
  void staff_do_not_import() {
    assertRefused(send(COORDINATOR, NDJSON, "{}"), 403, "request/forbidden");
  }

  private static Response send(String caller, String type, String file) {
    return send(caller, type, file.getBytes(StandardCharsets.UTF_8), reference());
  }

  private static Response send(String caller, String type, byte[] file, String key) {
    return given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(type, ContentType.BINARY)))
        .auth()
        .oauth2(Tokens.of(caller))
        .header("Idempotency-Key", key)
        .contentType(type)
        .body(file)
        .post(PATH);
  }

  private static String accepted(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    return answer.jsonPath().getString("id");
  }

  private static JsonPath status(String caller, String id) {
    return as(caller).get(PATH + "/" + id).jsonPath();
  }

  private static JsonPath awaitDone(String caller, String id) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> "DONE".equals(status(caller, id).getString("state")));
    return status(caller, id);
  }

  private static JsonPath rows(String caller, String id, String more) {
    return as(caller).get(PATH + "/" + id + "/rows?limit=100" + more).jsonPath();
  }

  private static String path(String id, String rest) {
    return PATH + "/" + id + rest;
  }

  private static String why(JsonPath rows, int index) {
    String item = "items[" + index + "].";
    List<Map<String, String>> violations = rows.getList(item + "violations");
    String fields =
        violations == null
            ? ""
            : violations.stream()
                .map(violation -> violation.get("field") + ":" + violation.get("code"))
                .collect(Collectors.joining(","));
    return rows.getString(item + "problem").replace("/problems/", "") + " " + fields;
  }

  private static String reference() {
    return UUID.randomUUID().toString();
  }

  private static ObjectNode fresh(ObjectNode form) {
    return form.deepCopy().put("externalReference", reference());
  }

  /** The form's row under another reference. */
  private static String row(ObjectNode form, String reference) {
    List<String> cells = new ArrayList<>();
    for (String column : HEADER.split(",", -1)) {
      cells.add(form.at("/" + column.replace('.', '/')).asText());
    }
    cells.set(0, reference);
    return String.join(",", cells) + "\n";
  }
}
