package org.crossborough.referral.borough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ASSESSOR;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.WORKER;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.moved;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BoroughRegisterComponentTest {

  private static final String PATH = "/v1/boroughs";

  @ParameterizedTest
  @ValueSource(strings = {ISLINGTON, CAMDEN, WORKER, COORDINATOR, ASSESSOR, MANAGER})
  void everybody_who_works_here_sees_all_33_authorities(String caller) {
    Response page = as(caller).get(PATH);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.jsonPath().getList("items.code", String.class))
        .hasSize(33)
        .isSorted()
        .startsWith("E09000001")
        .endsWith("E09000033");
    List<List<String>> aliases = page.jsonPath().getList("items.aliases");
    assertThat(aliases).hasSize(33).doesNotContain(List.of());
    assertThat(page.jsonPath().getString("items[0].participations[0].from")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "City, E09000001",
    "LBHF, E09000013",
    "Hammersmith & Fulham, E09000013",
    "hammersmith and fulham, E09000013",
    "London Borough of Hammersmith & Fulham, E09000013",
    "RBKC, E09000020",
    "K&C, E09000020",
    "Royal Borough of Kensington and Chelsea, E09000020",
    "kingston-upon-thames, E09000021",
    "Westminster City Council, E09000033",
    "City of Westminster, E09000033",
    "LB Camden, E09000007",
    "E09000019, E09000019",
    "ISLINGTON COUNCIL, E09000019"
  })
  void a_borough_is_found_by_any_of_its_names(String name, String code) {
    assertThat(as(ISLINGTON).queryParam("name", name).get(PATH).jsonPath().getList("items.code"))
        .isEqualTo(List.of(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Atlantis", "&", "of", "Isling"})
  void a_name_that_is_nobodys_finds_nothing(String name) {
    assertThat(as(ISLINGTON).queryParam("name", name).get(PATH).jsonPath().getList("items"))
        .isEmpty();
  }

  @Test
  void no_name_is_that_of_two_boroughs() {
    List<List<String>> aliases = as(MANAGER).get(PATH).jsonPath().getList("items.aliases");

    assertThat(aliases.stream().flatMap(List::stream).map(BoroughRegisterComponentTest::found))
        .allSatisfy(codes -> assertThat(codes).hasSize(1));
  }

  private static List<String> found(String name) {
    return as(MANAGER).queryParam("name", name).get(PATH).jsonPath().getList("items.code");
  }

  @Test
  void a_borough_that_does_not_exist_is_not_found() {
    assertRefused(as(MANAGER).get(PATH + "/E09000034"), 404, "borough/not-found");
    assertRefused(as(MANAGER).get(PATH + "/Islington"), 404, "borough/not-found");
  }

  @Test
  void participation_ends_and_begins_again_and_the_register_keeps_both() {
    String bexley = PATH + "/E09000004";
    String first = as(MANAGER).get(bexley).jsonPath().getString("participations[0].id");

    Response ended =
        post(bexley, "/participations/" + first + "/end", "{\"until\":\"2024-03-31\"}");
    moved(ended);
    assertThat(ended.jsonPath().getBoolean("participatesToday")).isFalse();
    Response again = post(bexley, "/participations", "{\"from\":\"2025-04-01\"}");
    moved(again);

    assertThat(again.jsonPath().getBoolean("participatesToday")).isTrue();
    assertThat(again.jsonPath().getList("participations.from"))
        .isEqualTo(List.of("2020-01-01", "2025-04-01"));
    assertThat(again.jsonPath().getString("participations[0].until")).isEqualTo("2024-03-31");
    assertThat(again.jsonPath().getMap("participations[1]")).doesNotContainKey("until");
    assertRefused(
        post(bexley, "/participations/" + first + "/end", "{\"until\":\"2024-03-30\"}"),
        409,
        "borough/participation-ended");
  }

  @ParameterizedTest
  @CsvSource({
    "2021-01-01, , 409",
    "2019-01-01, 2020-01-01, 409",
    "2019-01-01, , 409",
    "2019-01-01, 2019-12-31, 200",
  })
  void periods_do_not_overlap(String from, String until, int status) {
    String body =
        until == null
            ? "{\"from\":\"%s\"}".formatted(from)
            : "{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, until);

    Response answer = post(PATH + "/E09000010", "/participations", body);

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    if (status == 409) {
      assertRefused(answer, 409, "borough/participation-overlaps");
    }
  }

  @Test
  void a_period_does_not_end_before_it_begins() {
    String harrow = PATH + "/E09000015";
    String period = as(MANAGER).get(harrow).jsonPath().getString("participations[0].id");

    assertViolated(
        post(harrow, "/participations/" + period + "/end", "{\"until\":\"2019-12-31\"}"),
        "until",
        "BEFORE_START");
    assertViolated(
        post(harrow, "/participations", "{\"from\":\"2019-01-02\",\"until\":\"2019-01-01\"}"),
        "until",
        "BEFORE_START");
    assertRefused(
        post(harrow, "/participations/" + UUID.randomUUID() + "/end", "{\"until\":\"2030-01-01\"}"),
        404,
        "borough/participation-not-found");
  }

  @Test
  void only_a_manager_who_has_read_the_entry_changes_it() {
    String havering = PATH + "/E09000016";
    String body = "{\"from\":\"2018-01-01\",\"until\":\"2018-12-31\"}";
    String key = UUID.randomUUID().toString();

    assertRefused(
        as(COORDINATOR)
            .header("Idempotency-Key", key)
            .body(body)
            .post(havering + "/participations"),
        403,
        "request/forbidden");
    assertRefused(
        as(MANAGER).header("Idempotency-Key", key).body(body).post(havering + "/participations"),
        428,
        "request/precondition-required");
    String read = as(MANAGER).get(havering).header("ETag");
    moved(post(havering, "/participations", body));
    assertRefused(
        as(MANAGER)
            .header("Idempotency-Key", key)
            .header("If-Match", read)
            .body("{\"from\":\"2017-01-01\",\"until\":\"2017-12-31\"}")
            .post(havering + "/participations"),
        412,
        "request/stale");
  }

  private static Response post(String borough, String path, String body) {
    return as(MANAGER)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", as(MANAGER).get(borough).header("ETag"))
        .body(body)
        .post(borough + path);
  }
}
