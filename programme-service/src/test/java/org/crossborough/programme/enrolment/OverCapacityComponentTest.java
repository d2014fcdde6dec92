package org.crossborough.programme.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.programme.driver.ManFixture.register;
import static org.crossborough.programme.driver.ProgrammeApi.get;
import static org.crossborough.programme.driver.ProgrammeApi.move;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.driver.ManFixture;
import org.crossborough.programme.driver.ProgrammeApi;
import org.crossborough.programme.driver.RunFixture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverCapacityComponentTest {

  @Test
  void one_too_many_is_taken_in_shown_and_kept_out_until_a_place_is_free() {
    Map<String, Object> request = RunFixture.request(1, RunFixture.FIRST_DAY);
    request.put("capacity", 1);
    Response scheduled = ProgrammeApi.post("/v1/runs", request);
    String session = scheduled.path("sessions[0].id");
    RunFixture run =
        new RunFixture(
            UUID.fromString(scheduled.path("id")), scheduled.jsonPath().getList("sessions.id"));
    assertThat(move("/v1/sessions/" + session, "holding", RunFixture.holding()).statusCode())
        .isEqualTo(200);
    ManFixture first = ManFixture.cleared(run);
    ManFixture second = ManFixture.cleared(run);

    assertThat(get(first.path()).jsonPath().getMap("")).doesNotContainKey("overCapacity");
    assertThat(get(second.path()).<Boolean>path("overCapacity")).isTrue();
    Response refused = ProgrammeApi.register(session, register(second.line("ATTENDED", 300)));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("violations[0].code")).isEqualTo("OVER_CAPACITY");

    assertThat(move(first.path(), "no-show", Map.of()).statusCode()).isEqualTo(200);

    assertThat(get(second.path()).jsonPath().getMap("")).doesNotContainKey("overCapacity");
    Response taken = ProgrammeApi.register(session, register(second.line("ATTENDED", 300)));
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
  }
}
