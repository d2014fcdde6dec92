package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.outcomes.form.TopFormFixture.aForm;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.OutcomesEvent.TopRecorded;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Story;
import org.crossborough.outcomes.form.TopFormFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handing in a TOP, and every way to be refused. */
@QuarkusTest
class TopRecordComponentTest {

  private static final String ISLINGTON = "E09000019";

  private final OutcomesApi islington = OutcomesApi.as("demo-borough-islington");

  @Test
  void a_top_is_taken_in_told_of_and_read_back() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    TopFormFixture form =
        aForm(man.referralId())
            .using("alcohol", "{\"total\":20}")
            .using("opiates", "{\"weeks\":[7,7,7,7],\"total\":28}")
            .using("crack", "{\"total\":null}")
            .using("other", "{\"total\":2,\"name\":\"Ketamine\"}");

    Response created = islington.record(form.json());

    created.then().statusCode(201).header("ETag", "\"0\"");
    JsonPath view = created.jsonPath();
    assertThat(view.getString("referralId")).isEqualTo(man.referralId().toString());
    assertThat(view.getInt("substances.alcohol.total")).isEqualTo(20);
    assertThat(view.getList("substances.opiates.weeks")).containsExactly(7, 7, 7, 7);
    assertThat(view.getString("substances.crack.state")).isEqualTo("NOT_ANSWERED");
    assertThat(view.getString("substances.other.name")).isEqualTo("Ketamine");
    assertThat(view.getInt("qualityOfLife")).isEqualTo(9);
    UUID id = UUID.fromString(view.getString("id"));
    assertThat(created.header("Location")).isEqualTo("/v1/top-records/" + id);
    for (String reader :
        List.of("demo-borough-islington", "demo-drug-alcohol-worker", "demo-outcomes-analyst")) {
      Response read = OutcomesApi.as(reader).get("/v1/top-records/" + id);
      read.then().statusCode(200).header("ETag", "\"0\"");
      assertThat(read.jsonPath().getMap("")).isEqualTo(view.getMap(""));
    }
    TopRecorded told = Wire.await(TopRecorded.class, event -> event.topRecordId().equals(id));
    assertThat(told.referralId()).isEqualTo(man.referralId());
    assertThat(told.stage()).isEqualTo("START");
    assertThat(told.interviewedOn()).isEqualTo(LocalDate.parse("2026-02-01"));
  }

  @Test
  void a_repeat_gets_the_same_bytes_and_another_body_under_the_key_is_refused() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String key = UUID.randomUUID().toString();
    String form = aForm(man.referralId()).json();

    Response first = islington.record(key, form);
    Response again = islington.record(key, form);
    Response other =
        islington.record(key, aForm(man.referralId()).with("qualityOfLife", "1").json());

    first.then().statusCode(201);
    again.then().statusCode(201);
    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    other.then().statusCode(422);
  }

  @Test
  void without_a_key_nothing_is_taken_in() {
    Response refused =
        islington.recordWithoutKey(
            aForm(OtherServices.tellOfReferral(ISLINGTON).referralId()).json());

    assertRefused(refused, 400, "/problems/request/idempotency-key-required");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-outcomes-analyst",
        "demo-commissioner-borough",
        "demo-assessor",
        "demo-facilitator",
        "demo-role-conflict"
      })
  void only_keyworkers_and_their_systems_hand_in(String caller) {
    OutcomesApi.as(caller).record(aForm().json()).then().statusCode(403);
  }

  @Test
  void the_support_side_is_not_let_in_at_all() {
    assertThat(OutcomesApi.as("demo-iss-worker").get("/v1/top-records/" + UUID.randomUUID()))
        .extracting(Response::statusCode)
        .isIn(401, 403);
    RestAssured.get("/v1/top-records/" + UUID.randomUUID()).then().statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          referralId;    null
          stage;         null
          interviewDate; null
          formVersion;   null
          substances;    null
          """)
  void what_is_required_must_be_there(String field, String json) {
    Response refused = islington.record(aForm().with(field, json).json());

    assertRefused(refused, 400, "/problems/request/invalid");
    refused
        .then()
        .body("violations[0].field", equalTo(field))
        .body("violations[0].code", equalTo("REQUIRED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          stage;         'MIDDLE'
          interviewDate; '01/02/2026'
          referralId;    'ISL-0001'
          substances;    {'alcohol':{'total':'many'}}
          substances;    {'alcohol':{'totl':3}}
          nhsNumber;     '1'
          qualityOfLife; '9'
          stage;         0
          """)
  void what_cannot_be_read_or_is_no_field_is_malformed(String field, String json) {
    Response refused = islington.record(aForm().with(field, json.replace('\'', '"')).json());

    assertRefused(refused, 400, "/problems/request/malformed-body");
    assertThat(refused.jsonPath().getString("violations[0].field")).startsWith(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"form\""})
  void what_is_no_form_at_all_is_refused(String body) {
    islington.record(body).then().statusCode(400);
  }

  @Test
  void all_violations_come_at_once_with_field_and_code() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    TopFormFixture form =
        aForm(man.referralId())
            .with("interviewDate", "\"2999-01-01\"")
            .with("qualityOfLife", "20.5")
            .using("opiates", "{\"weeks\":[7,8,7,7]}");

    JsonPath refused = islington.record(form.json()).then().statusCode(400).extract().jsonPath();

    assertThat(refused.getString("type")).isEqualTo("/problems/request/invalid");
    assertThat(refused.getList("violations.field"))
        .containsExactlyInAnyOrder("interviewDate", "qualityOfLife", "substances.opiates.weeks[1]");
    assertThat(refused.getList("violations.code"))
        .containsExactlyInAnyOrder("IN_THE_FUTURE", "OUT_OF_RANGE", "OUT_OF_RANGE");
  }

  @Test
  void a_number_beyond_all_measure_is_out_of_range_like_any_other() {
    String form =
        aForm(OtherServices.tellOfReferral(ISLINGTON).referralId())
            .json()
            .replace("\"qualityOfLife\":9", "\"qualityOfLife\":1e999999999");

    JsonPath refused = islington.record(form).then().statusCode(400).extract().jsonPath();

    assertThat(refused.getString("violations[0].field")).isEqualTo("qualityOfLife");
    assertThat(refused.getString("violations[0].code")).isEqualTo("OUT_OF_RANGE");
  }

  @Test
  void of_two_starts_at_the_same_moment_one_is_taken_in() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    String form = aForm(man.referralId()).json();

    List<Integer> answers =
        IntStream.range(0, 4)
            .parallel()
            .mapToObj(_ -> islington.record(form).statusCode())
            .toList();

    assertThat(answers).containsOnlyOnce(201);
    assertThat(answers).allMatch(status -> List.of(201, 400, 409).contains(status));
  }

  @Test
  void a_second_start_and_a_review_before_the_start_are_refused() {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    islington.record(aForm(man.referralId()).json()).then().statusCode(201);

    JsonPath second =
        islington
            .record(aForm(man.referralId()).json())
            .then()
            .statusCode(400)
            .extract()
            .jsonPath();
    JsonPath early =
        islington
            .record(aForm(man.referralId()).with("stage", "\"REVIEW\"").json())
            .then()
            .statusCode(400)
            .extract()
            .jsonPath();

    assertThat(second.getString("violations[0].code")).isEqualTo("SECOND_START");
    assertThat(early.getString("violations[0].field")).isEqualTo("interviewDate");
    assertThat(early.getString("violations[0].code")).isEqualTo("OUT_OF_ORDER_WITH_START");
  }

  private static void assertRefused(Response response, int status, String type) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo(type));
  }
}
