package org.crossborough.referral.figures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.referral.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure against rows few enough to be counted by hand: April to June 2021. */
@QuarkusTest
class ReferralFiguresComponentTest {

  private static final String ISL = "E09000019";
  private static final String CAM = "E09000007";
  private static final String QUARTER = "/v1/referral-figures?from=2021-04-01&to=2021-06-30";

  @BeforeAll
  static void rows() {
    UUID referred = screening("2021-04-01T09:00:00Z", "POSITIVE_REFER");
    var _ = screening("2021-04-02T09:00:00Z", "POSITIVE_REFER");
    var _ = screening("2021-04-03T09:00:00Z", "POSITIVE_CLIENT_DECLINED");
    var _ = screening("2021-04-04T09:00:00Z", "NEGATIVE");
    var _ = screening("2021-04-05T09:00:00Z", "INCOMPLETE");
    var _ = screening("2021-04-06T09:00:00Z", "POSSIBLE_VICTIM");
    // Half an hour before and after midnight in London, which is an hour ahead in June.
    var _ = screening("2021-06-30T22:30:00Z", "NEGATIVE");
    var _ = screening("2021-06-30T23:30:00Z", "POSITIVE_REFER");
    UUID earlier = screening("2021-03-01T09:00:00Z", "POSITIVE_REFER");

    UUID first = Rows.referral(ISL, "2021-04-01", "ACCEPTED", referred);
    UUID second = Rows.referral(ISL, "2021-05-10", "ACCEPTED", earlier);
    var _ = Rows.referral(ISL, "2021-06-30", "IN_TRIAGE", earlier);
    UUID duplicate = Rows.referral(ISL, "2021-05-01", "DUPLICATE", earlier);
    UUID late = Rows.referral(ISL, "2021-07-01", "IN_ASSESSMENT", earlier);
    UUID declined = Rows.referral(CAM, "2021-05-05", "DECLINED", earlier);
    UUID waiting = Rows.referral(CAM, "2021-05-06", "WAITING_LIST", earlier);

    Rows.moved(second, "RETURN_INCOMPLETE", "RETURNED_INCOMPLETE", "2021-05-12");
    Rows.moved(duplicate, "RETURN_INCOMPLETE", "RETURNED_INCOMPLETE", "2021-05-02");
    Rows.assessed(first, 1, "2021-04-11");
    Rows.assessed(first, 2, "2021-04-20");
    Rows.assessed(second, 1, "2021-05-30");
    Rows.assessed(late, 1, "2021-07-02");
    Rows.assessed(declined, 1, "2021-05-08");
    Rows.assessed(waiting, 1, "2021-06-05");
    Rows.moved(first, "ACCEPT", "ACCEPTED", "2021-05-01");
    Rows.moved(second, "DECLINE", "DECLINED", "2021-06-01");
    Rows.moved(second, "ACCEPT", "ACCEPTED", "2021-06-20");
    Rows.moved(duplicate, "DECLINE", "DECLINED", "2021-05-05");
    Rows.moved(declined, "DECLINE", "DECLINED", "2021-06-15");
    Rows.moved(waiting, "ACCEPT", "ACCEPTED", "2021-07-02");
    Rows.run(
        "update referral set receipt_id = gen_random_uuid(), receipt_person_count = 1 where id = ?",
        first);
  }

  private static UUID screening(String at, String result) {
    return Rows.screening(ISL, Instant.parse(at), result, "Demo A");
  }

  @ParameterizedTest(name = "{0} {1}: {2} of {3} is {4}")
  @CsvSource({
    "M-01, , 5, , 5",
    "M-02, , 3, 6, 50.0",
    "M-03, , 1, 3, 33.3",
    "M-04, , 1, 5, 20.0",
    "M-05, , 4, 5, 80.0",
    "M-06, , 2, 3, 66.7",
    "M-09, MEDIAN, , 4, 15.0",
    "M-09, P90, , 4, 27.0",
    "M-16, , 1, 2, 50.0"
  })
  void london_is_as_counted_by_hand(
      String id,
      @Nullable String variant,
      @Nullable Long numerator,
      @Nullable Long denominator,
      String value) {
    assertFigure(as(MANAGER).get(QUARTER), id, variant, numerator, denominator, value);
  }

  @ParameterizedTest(name = "{0} {1}: {2} of {3} is {4}")
  @CsvSource({
    "M-01, , 3, , 3",
    "M-02, , 3, 6, 50.0",
    "M-03, , 1, 3, 33.3",
    "M-04, , 1, 3, 33.3",
    "M-05, , 2, 3, 66.7",
    "M-06, , 2, 2, 100.0",
    "M-09, MEDIAN, , 2, 15.0",
    "M-09, P90, , 2, 19.0",
    "M-16, , 1, 2, 50.0"
  })
  void a_borough_is_counted_alone_whether_it_asks_or_somebody_asks_for_it(
      String id,
      @Nullable String variant,
      @Nullable Long numerator,
      @Nullable Long denominator,
      String value) {
    assertFigure(as(ISLINGTON).get(QUARTER), id, variant, numerator, denominator, value);
    assertFigure(
        as(MANAGER).get(QUARTER + "&borough=" + ISL), id, variant, numerator, denominator, value);
  }

  @Test
  void of_nothing_there_is_no_share() {
    JsonPath nothing =
        as(CAMDEN).get("/v1/referral-figures?from=2001-01-01&to=2001-03-31").jsonPath();

    assertThat(nothing.getString("scope")).isEqualTo(CAM);
    assertThat(nothing.<Map<String, Object>>getList("items"))
        .allSatisfy(figure -> {
          if ("M-01".equals(figure.get("id"))) {
            assertThat(figure).containsEntry("value", "0");
          } else {
            assertThat(figure).doesNotContainKey("value").containsEntry("denominator", 0);
          }
        });
  }

  @Test
  void a_figure_says_what_it_is_and_when_it_was_counted() {
    JsonPath sheet = withToken(analyst(), QUARTER).jsonPath();

    assertThat(sheet.getString("scope")).isEqualTo("E12000007");
    assertThat(sheet.getString("policy")).isEqualTo("NONE");
    assertThat(Instant.parse(sheet.getString("asOf"))).isNotNull();
    assertThat(sheet.<Map<String, Object>>getList("items"))
        .allMatch(
            figure -> figure.keySet().containsAll(List.of("name", "definition", "method", "unit")));
  }

  @ParameterizedTest
  @CsvSource({
    "from=2021-04-01, to, REQUIRED",
    "to=2021-04-01, from, REQUIRED",
    "from=2021-04-31&to=2021-05-01, from, UNREADABLE",
    "from=2021-04-01&to=Q1, to, UNREADABLE",
    "from=2021-04-02&to=2021-04-01, to, BEFORE_FROM",
    "from=2001-01-01&to=2021-04-01, to, RANGE",
    "from=2021-04-01&to=2021-04-01&borough=E09000099, borough, GSS_CODE",
    "from=2021-04-01&to=2021-04-01&borough=E09000007, borough, OTHER_BOROUGH"
  })
  void what_cannot_be_counted_is_refused(String query, String field, String code) {
    assertViolated(as(ISLINGTON).get("/v1/referral-figures?" + query), field, code);
    assertViolated(as(ISLINGTON).get("/v1/screening-yields?" + query), field, code);
  }

  @Test
  void who_has_no_business_with_figures_is_kept_out() {
    assertRefused(as(ASSESSOR).get(QUARTER), 403, "request/forbidden");
    assertRefused(as(WORKER).get(QUARTER), 403, "request/forbidden");
  }

  private static String analyst() {
    return TestInfrastructure.shared().tokenOf("demo-outcomes-analyst", "demo-programme-staff");
  }

  private static Response withToken(String token, String path) {
    return given().auth().oauth2(token).get(path);
  }

  private static void assertFigure(
      Response answer,
      String id,
      @Nullable String variant,
      @Nullable Long numerator,
      @Nullable Long denominator,
      String value) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    List<Map<String, Object>> found =
        answer.jsonPath().<Map<String, Object>>getList("items").stream()
            .filter(figure ->
                id.equals(figure.get("id"))
                    && (variant == null || variant.equals(figure.get("variant"))))
            .toList();
    assertThat(found)
        .singleElement()
        .satisfies(figure -> {
          assertThat(number(figure.get("numerator"))).isEqualTo(numerator);
          assertThat(number(figure.get("denominator"))).isEqualTo(denominator);
          assertThat(figure.get("value")).isEqualTo(value);
        });
  }

  private static @Nullable Long number(@Nullable Object value) {
    return value == null ? null : ((Number) value).longValue();
  }
}
