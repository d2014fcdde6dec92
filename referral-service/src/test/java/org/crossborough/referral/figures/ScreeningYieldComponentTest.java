package org.crossborough.referral.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crossborough.referral.testing.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ScreeningYieldComponentTest {

  private static final String YEAR = "/v1/screening-yields?from=2020-04-01&to=2021-03-31";
  private static final Instant THEN = Instant.parse("2020-05-05T10:00:00Z");

  @BeforeAll
  static void rows() {
    screenings("Demo low", 1, 49);
    screenings("Demo high", 45, 5);
    screenings("Demo usual", 20, 30);
    screenings("Demo few", 0, 10);
    var _ = Rows.screening("E09000019", THEN, "INCOMPLETE", "Demo few");
    var _ = Rows.screening("E09000019", THEN, "POSITIVE_CLIENT_DECLINED", null);
    var _ =
        Rows.referral(
            "E09000007",
            "2020-05-06",
            "RECEIVED",
            Rows.screening("E09000007", THEN, "POSITIVE_REFER", "Demo other"));
  }

  private static void screenings(String organisation, int positive, int negative) {
    for (int i = 0; i < positive; i++) {
      var _ = Rows.screening("E09000019", THEN, "POSITIVE_NOT_ELIGIBLE", organisation);
    }
    for (int i = 0; i < negative; i++) {
      var _ = Rows.screening("E09000019", THEN, "NEGATIVE", organisation);
    }
  }

  @ParameterizedTest(name = "{0}: {1} of {2} is {3}, {4}")
  @CsvSource({
    "Demo low, 1, 50, 2.0, VERY_LOW",
    "Demo high, 45, 50, 90.0, VERY_HIGH",
    "Demo usual, 20, 50, 40.0, ",
    "Demo few, 0, 10, 0.0, "
  })
  void a_yield_far_from_what_is_expected_is_marked(
      String organisation, int positive, int valid, String percent, @Nullable String mark) {
    Map<String, Object> service = service(WORKER, organisation);

    assertThat(service.get("positive"))
        .isEqualTo(Map.of("numerator", positive, "denominator", valid, "percent", percent));
    assertThat(service.get("mark")).isEqualTo(mark);
  }

  @Test
  void every_share_has_both_its_parts() {
    assertThat(service(ISLINGTON, "Demo few").get("valid"))
        .isEqualTo(Map.of("numerator", 10, "denominator", 11, "percent", "90.9"));
    Map<String, Object> nameless = service(ISLINGTON, null);
    assertThat(nameless.get("declined"))
        .isEqualTo(Map.of("numerator", 1, "denominator", 1, "percent", "100.0"));
    assertThat(nameless.get("referred"))
        .isEqualTo(Map.of("numerator", 0, "denominator", 1, "percent", "0.0"));
    assertThat(service(MANAGER, "Demo other").get("referred"))
        .isEqualTo(Map.of("numerator", 1, "denominator", 1, "percent", "100.0"));
    assertThat(service(MANAGER, "Demo low").get("referred"))
        .isEqualTo(Map.of("numerator", 0, "denominator", 1, "percent", "0.0"));
  }

  @Test
  void a_borough_sees_its_own_services_alone() {
    JsonPath camden = as(CAMDEN).get(YEAR).jsonPath();

    assertThat(camden.getList("items.screeningOrganisation")).containsExactly("Demo other");
    assertThat(camden.getString("scope")).isEqualTo("E09000007");
    assertThat(as(MANAGER).get(YEAR).jsonPath().getList("items.boroughCode"))
        .contains("E09000007", "E09000019");
  }

  @Test
  void what_is_expected_and_why_is_said() {
    Map<String, Object> expectation = as(MANAGER).get(YEAR).jsonPath().getMap("expectation");

    assertThat(expectation)
        .containsEntry("expectedPercent", 40)
        .containsEntry("lowPercent", 2)
        .containsEntry("highPercent", 90)
        .containsEntry("fewestScreenings", 50);
    assertThat(String.valueOf(expectation.get("basis"))).contains("four in ten");
    assertRefused(as(COORDINATOR).get(YEAR), 403, "request/forbidden");
  }

  @Test
  void page_by_page_every_service_comes_once() {
    List<Object> whole = as(MANAGER).get(YEAR + "&limit=100").jsonPath().getList("items");
    List<String> paged = new ArrayList<>();
    JsonPath page = as(MANAGER).get(YEAR + "&limit=1").jsonPath();
    paged.addAll(page.getList("items"));
    while (page.getString("next") != null) {
      page = as(MANAGER).get(YEAR + "&limit=2&cursor=" + page.getString("next")).jsonPath();
      paged.addAll(page.getList("items"));
    }

    assertThat(whole).hasSizeGreaterThan(5);
    assertThat(paged).isEqualTo(whole);
    assertThat(as(MANAGER).get(YEAR + "&limit=1").header("Link")).contains("rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AQGX86AcAHAAgAAAAAAAAAk", "M0U", "%2F%2F", "gICA"})
  void a_cursor_is_one_that_was_given(String cursor) {
    assertRefused(as(MANAGER).get(YEAR + "&cursor=" + cursor), 400, "request/invalid-cursor");
  }

  private static Map<String, Object> service(String caller, @Nullable String organisation) {
    return as(caller).get(YEAR).jsonPath().<Map<String, Object>>getList("items").stream()
        .filter(item -> Objects.equals(organisation, item.get("screeningOrganisation")))
        .findFirst()
        .orElseThrow();
  }
}
