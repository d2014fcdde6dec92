package org.crossborough.outcomes.top;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crossborough.outcomes.form.TopFormFixture.aForm;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.crossborough.chassis.testing.Psql;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.outcomes.driver.OtherServices;
import org.crossborough.outcomes.driver.OutcomesApi;
import org.crossborough.outcomes.driver.Story;
import org.junit.jupiter.api.Test;

/** Whose TOPs are whose, through the API and below it. */
@QuarkusTest
class TopTenancyComponentTest {

  private static final String ISLINGTON = "E09000019";
  private static final String CAMDEN = "E09000007";

  private final OutcomesApi islington = OutcomesApi.as("demo-borough-islington");
  private final OutcomesApi camden = OutcomesApi.as("demo-borough-camden");

  @Test
  void another_boroughs_referral_and_an_unknown_one_are_the_same_answer() {
    String form = aForm(OtherServices.tellOfReferral(ISLINGTON).referralId()).json();

    assertSameRefusal(camden.record(form), camden.record(aForm().json()));
  }

  @Test
  void another_boroughs_record_and_an_unknown_one_are_the_same_answer() {
    String id =
        islington
            .record(aForm(OtherServices.tellOfReferral(ISLINGTON).referralId()).json())
            .jsonPath()
            .getString("id");

    assertSameRefusal(
        camden.get("/v1/top-records/" + id), camden.get("/v1/top-records/" + UUID.randomUUID()));
    camden.get("/v1/top-records/not-an-id").then().statusCode(404);
  }

  @Test
  void a_borough_sees_no_record_answer_or_number_of_another_even_without_a_filter()
      throws SQLException {
    Story man = OtherServices.tellOfReferral(ISLINGTON);
    UUID id =
        islington
            .record(aForm(man.referralId()).using("alcohol", "{\"total\":1}").json())
            .jsonPath()
            .getUUID("id");

    for (String table : List.of("top_record", "top_answer", "top_measure")) {
      String key = table.equals("top_record") ? "id" : "top_record_id";
      String all = "select %s as id from %s".formatted(key, table);
      assertThat(Psql.rows("*", all)).extracting(row -> row.get("id")).contains(id);
      assertThat(Psql.rows(CAMDEN, all)).extracting(row -> row.get("id")).doesNotContain(id);
      assertThat(Psql.rows("", all)).isEmpty();
    }
    assertThatThrownBy(() -> Psql.rows(ISLINGTON, "delete from top_record returning id"))
        .isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> Psql.rows(ISLINGTON, "update top_record set stage = 'EXIT'"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void the_runs_borough_counts_numbers_that_it_may_not_read_as_records() throws SQLException {
    UUID run = UUID.randomUUID();
    Story man = Story.of(ISLINGTON, run);
    Wire.publish(Story.run(run, CAMDEN));
    man.facts().forEach(Wire::publish);
    OtherServices.awaitKnown(man);
    UUID id = islington.record(aForm(man.referralId()).json()).jsonPath().getUUID("id");

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            Psql.rows(CAMDEN, "select 1 from top_measure where top_record_id = ?", id).size() == 1);
    assertThat(Psql.rows(CAMDEN, "select 1 from top_record where id = ?", id)).isEmpty();
    camden.get("/v1/top-records/" + id).then().statusCode(404);
  }

  private static void assertSameRefusal(Response one, Response other) {
    for (Response refusal : List.of(one, other)) {
      refusal
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("/problems/top/not-found"));
    }
    assertThat(withoutCorrelation(one)).isEqualTo(withoutCorrelation(other));
  }

  private static String withoutCorrelation(Response response) {
    return response
        .asString()
        .replace(response.jsonPath().getString("correlationId"), "")
        .replaceAll("\"instance\":\"[^\"]*\"", "");
  }
}
