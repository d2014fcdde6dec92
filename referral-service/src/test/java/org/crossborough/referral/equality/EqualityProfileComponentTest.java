package org.crossborough.referral.equality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.MANAGER;
import static org.crossborough.referral.testing.ReferralApi.aReferralForm;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.referral.testing.Rows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Four men of July to September 2018, one of them a duplicate and one of another borough. */
@QuarkusTest
class EqualityProfileComponentTest {

  private static final String QUARTER = "/v1/referral-figures?from=2018-07-01&to=2018-09-30";

  @BeforeAll
  static void rows() {
    UUID told = man("E09000019", "RECEIVED", "1988-07-10");
    Rows.run(
        """
        update referral set ethnicity = 'WHITE_BRITISH', gender_same_as_registered = 'YES',
          sexual_orientation = 'HETEROSEXUAL', religion = 'NO_RELIGION',
          disabilities = '{HEARING,SIGHT}'
        where id = ?
        """,
        told);
    var _ = man("E09000019", "RECEIVED", "1993-07-11");
    Rows.run(
        "update referral set ethnicity = 'NOT_STATED', disabilities = '{}' where id = ?",
        man("E09000007", "RECEIVED", "1953-07-10"));
    var _ = man("E09000019", "DUPLICATE", "1988-07-10");
    start(told, "2018-09-01");
    start(told, "2018-08-01");
    start(UUID.randomUUID(), "2018-08-01");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            Psql.count(
                    "select count(*) from enrolment_start where started_on = '2018-08-01'"
                        + " and referral_id = ?",
                    told)
                == 1);
  }

  private static UUID man(String borough, String status, String born) {
    UUID screening =
        Rows.screening(borough, Instant.parse("2018-07-01T09:00:00Z"), "POSITIVE_REFER", null);
    UUID referral = Rows.referral(borough, "2018-07-10", status, screening);
    Rows.run("update referral set date_of_birth = ? where id = ?", LocalDate.parse(born), referral);
    return referral;
  }

  private static void start(UUID referral, String day) {
    Wire.publish(
        new EnrolmentStarted(
            UUID.randomUUID(), Instant.now(), referral, UUID.randomUUID(), LocalDate.parse(day)));
  }

  @Test
  void men_are_counted_by_what_they_said_and_by_what_was_not_asked() {
    JsonPath sheet = as(MANAGER).get(QUARTER).jsonPath();

    assertThat(sheet.getString("equalityProfile[0].basis")).isEqualTo("RECEIVED");
    assertThat(sheet.getInt("equalityProfile[0].men")).isEqualTo(3);
    assertThat(cells(sheet, 0))
        .containsExactly(
            "AGE 18-24 1",
            "AGE 25-34 1",
            "AGE 65+ 1",
            "DISABILITY HEARING 1",
            "DISABILITY NOT_ASKED 2",
            "DISABILITY SIGHT 1",
            "ETHNICITY NOT_ASKED 1",
            "ETHNICITY NOT_STATED 1",
            "ETHNICITY WHITE_BRITISH 1",
            "GENDER_IDENTITY NOT_ASKED 2",
            "GENDER_IDENTITY YES 1",
            "RELIGION NOT_ASKED 2",
            "RELIGION NO_RELIGION 1",
            "SEX M 3",
            "SEXUAL_ORIENTATION HETEROSEXUAL 1",
            "SEXUAL_ORIENTATION NOT_ASKED 2");
  }

  @Test
  void what_a_borough_sends_on_the_form_is_what_is_counted() {
    ObjectNode form = aReferralForm(ISLINGTON);
    form.putObject("equality").put("ethnicity", "ARAB").putArray("disabilities").add("MOBILITY");
    String quarter = "/v1/referral-figures?from=2026-01-01&to=2026-03-31";
    Map<String, Integer> before = counts(quarter);

    var _ = created(post(ISLINGTON, "/v1/referrals", form));

    Map<String, Integer> after = counts(quarter);
    for (String cell : List.of("ETHNICITY ARAB", "DISABILITY MOBILITY")) {
      assertThat(after.get(cell)).as(cell).isEqualTo(before.getOrDefault(cell, 0) + 1);
    }
  }

  private static Map<String, Integer> counts(String quarter) {
    return as(MANAGER)
        .get(quarter)
        .jsonPath()
        .<Map<String, Object>>getList("equalityProfile[0].cells")
        .stream()
        .collect(
            Collectors.toMap(
                cell -> cell.get("characteristic") + " " + cell.get("code"),
                cell -> (Integer) cell.get("count")));
  }

  @Test
  void who_started_is_counted_once_on_his_first_day() {
    JsonPath sheet = as(MANAGER).get(QUARTER).jsonPath();

    assertThat(sheet.getString("equalityProfile[1].basis")).isEqualTo("STARTED");
    assertThat(sheet.getInt("equalityProfile[1].men")).isEqualTo(1);
    assertThat(cells(sheet, 1)).contains("ETHNICITY WHITE_BRITISH 1", "AGE 25-34 1");
    assertThat(
            as(MANAGER)
                .get("/v1/referral-figures?from=2018-08-02&to=2018-09-30")
                .jsonPath()
                .getInt("equalityProfile[1].men"))
        .isZero();
  }

  @Test
  void a_borough_is_counted_without_gender_identity() {
    JsonPath sheet = as(ISLINGTON).get(QUARTER).jsonPath();

    assertThat(sheet.getInt("equalityProfile[0].men")).isEqualTo(2);
    assertThat(cells(sheet, 0))
        .contains("SEX M 2")
        .noneMatch(cell -> cell.startsWith("GENDER_IDENTITY"));
  }

  @Test
  void the_database_itself_keeps_starts_and_publications_apart() throws Exception {
    assertThat(Psql.rows("E09000019", "select * from enrolment_start")).isNotEmpty();
    assertThat(Psql.rows("E09000007", "select * from enrolment_start")).isEmpty();
    assertThat(Psql.rows("", "select * from enrolment_start")).isEmpty();
    assertThat(Psql.rows("E09000019", "select * from equality_publication")).isEmpty();
  }

  private static List<String> cells(JsonPath sheet, int basis) {
    return sheet.<Map<String, Object>>getList("equalityProfile[" + basis + "].cells").stream()
        .map(cell ->
            "%s %s %s".formatted(cell.get("characteristic"), cell.get("code"), cell.get("count")))
        .sorted()
        .toList();
  }
}
