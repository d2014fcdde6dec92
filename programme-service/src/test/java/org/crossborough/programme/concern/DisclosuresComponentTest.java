package org.crossborough.programme.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ProgrammeApi.MANAGER;
import static org.crossborough.programme.driver.ProgrammeApi.as;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.crossborough.chassis.testing.Wire;
import org.crossborough.contracts.ProgrammeEvent.RiskDisclosed;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DisclosuresComponentTest {

  private final DisclosureConfig config;
  private ManFixture man;

  @Inject
  DisclosuresComponentTest(DisclosureConfig config) {
    this.config = config;
  }

  @BeforeEach
  void prepare() {
    man = ManFixture.cleared(RunFixture.scheduled(1));
  }

  @Test
  void a_disclosure_reaches_the_broker_as_two_codes() {
    Response recorded =
        post(
            man.path() + "/disclosures",
            Map.of("disclosureType", "NEW_PARTNER", "urgency", "URGENT"));

    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    RiskDisclosed told =
        Wire.await(RiskDisclosed.class, e -> e.enrolmentId().equals(man.enrolmentId()));
    assertThat(told.disclosureType()).isEqualTo("NEW_PARTNER");
    assertThat(told.urgency()).isEqualTo("URGENT");
    assertThat(told.referralId()).isEqualTo(man.referralId());
    assertThat(get(man.path() + "/disclosures").jsonPath().getList("items.disclosureType"))
        .containsExactly("NEW_PARTNER");
  }

  @Test
  void words_are_not_taken_under_any_name() {
    Response answer =
        post(
            man.path() + "/disclosures",
            Map.of("disclosureType", "OTHER", "urgency", "ROUTINE", "narrative", "what he said"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.<String>path("violations[0].code")).isEqualTo("UNKNOWN_FIELD");
    assertThat(answer.asString()).doesNotContain("what he said");
  }

  @Test
  void what_was_delivered_is_not_reported() {
    assertThat(
            post(
                    man.path() + "/disclosures",
                    Map.of("disclosureType", "NEW_VIOLENCE", "urgency", "IMMEDIATE"))
                .statusCode())
        .isEqualTo(201);

    Response waiting = as(MANAGER).get("/v1/enrolments/undelivered-disclosures");

    assertThat(waiting.statusCode()).as(waiting.asString()).isEqualTo(200);
    assertThat(waiting.jsonPath().getList("items")).isEmpty();
    assertThat(get("/v1/enrolments/undelivered-disclosures").statusCode()).isEqualTo(403);
  }

  @Test
  void a_quarter_of_an_hour_is_the_default() {
    assertThat(config.alertAfter()).isEqualTo(Duration.ofMinutes(15));
    assertThat(config.checkEvery()).isEqualTo(Duration.ofMinutes(1));
  }
}
