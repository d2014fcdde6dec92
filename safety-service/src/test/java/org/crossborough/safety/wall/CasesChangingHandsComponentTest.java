package org.crossborough.safety.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.CAMDEN;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.aCase;
import static org.crossborough.safety.driver.SafetyApi.person;
import static org.crossborough.safety.driver.Walls.declareConflict;
import static org.crossborough.safety.driver.Walls.post;
import static org.crossborough.safety.driver.Walls.read;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crossborough.safety.driver.SafetyApi;
import org.crossborough.safety.driver.Walls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first member of a team closes its borough's cases to everybody else, the last opens them. */
@QuarkusTest
class CasesChangingHandsComponentTest {

  private static final String CAMDEN_PERSON =
      person("Walled Person", "020 7946 0094", "YES").replace(ISLINGTON, CAMDEN);

  @AfterEach
  void take_everything_down() throws SQLException {
    Walls.takeDown();
  }

  @Test
  void a_boroughs_cases_change_hands_only_when_their_number_is_confirmed() {
    UUID id = aCase(CAMDEN_PERSON);
    long number = SafetyApi.casesChangingHands(CAMDEN);
    assertThat(number).isPositive();

    for (long wrong : List.of(0L, number - 1, number + 1)) {
      Response refused = SafetyApi.joining(CAMDEN, "another-worker", wrong);
      assertThat(refused.statusCode()).isEqualTo(409);
      assertThat(refused.<String>path("type")).isEqualTo("/problems/team/cases-change-hands");
      assertThat(refused.<String>path("detail")).contains(number + " cases");
    }
    String unconfirmed = "{\"boroughCode\":\"%s\",\"worker\":\"another-worker\"}".formatted(CAMDEN);
    assertThat(post(MANAGER, "/v1/case-teams", unconfirmed).statusCode()).isEqualTo(409);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);

    assertThat(SafetyApi.joining(CAMDEN, "another-worker", number).statusCode()).isEqualTo(201);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);
    assertThat(SafetyApi.joining(CAMDEN, WORKER, 1).statusCode()).isEqualTo(409);
    assertThat(SafetyApi.joining(CAMDEN, WORKER, 0).statusCode()).isEqualTo(201);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
  }

  @Test
  void the_last_member_opens_a_boroughs_cases_only_when_their_number_is_confirmed() {
    UUID id = aCase(CAMDEN_PERSON);
    String another = join("another-worker");
    String worker = join(WORKER);
    assertThat(leaving(worker, "{\"casesChangingHands\":1}").statusCode()).isEqualTo(409);
    assertThat(leaving(worker, "{}").statusCode()).isEqualTo(200);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);

    Response refused = leaving(another, "{}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.<String>path("type")).isEqualTo("/problems/team/cases-change-hands");
    long number = numberIn(refused);
    assertThat(number).isPositive();
    for (long wrong : List.of(0L, number - 1, number + 1)) {
      assertThat(leaving(another, confirmed(wrong)).statusCode()).isEqualTo(409);
    }
    assertThat(read(WORKER, id).statusCode()).isEqualTo(404);

    assertThat(leaving(another, confirmed(number)).statusCode()).isEqualTo(200);
    assertThat(SafetyApi.casesChangingHands(CAMDEN)).isEqualTo(number);
    assertThat(read(WORKER, id).statusCode()).isEqualTo(200);
  }

  @Test
  void of_two_members_who_leave_at_once_one_is_the_last() throws Exception {
    var _ = aCase(CAMDEN_PERSON);
    for (int i = 0; i < 5; i++) {
      List<String> members = List.of(join("another-worker"), join(WORKER));
      List<Integer> answers = new ArrayList<>();
      try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
        List<Callable<Response>> both =
            members.stream().<Callable<Response>>map(one -> () -> leaving(one, "{}")).toList();
        for (Future<Response> one : hands.invokeAll(both)) {
          answers.add(one.get().statusCode());
        }
      }
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
      take_everything_down();
    }
  }

  @Test
  void cases_the_manager_may_not_open_are_not_counted_for_her() throws Exception {
    UUID id = aCase(CAMDEN_PERSON);
    long all = SafetyApi.casesChangingHands(CAMDEN);
    var _ = declareConflict(MANAGER, "KNOWS_HIM", id);

    assertThat(SafetyApi.joining(CAMDEN, "another-worker", all).<String>path("detail"))
        .contains((all - 1) + " cases");
    assertThat(SafetyApi.joining(CAMDEN, "another-worker", all - 1).statusCode()).isEqualTo(201);
  }

  private static String join(String worker) {
    return SafetyApi.join(CAMDEN, worker);
  }

  private static Response leaving(String member, String json) {
    return post(MANAGER, "/v1/case-teams/" + member + "/leaving", json);
  }

  private static String confirmed(long number) {
    return "{\"casesChangingHands\":%d}".formatted(number);
  }

  /** What a refusal says how many cases there are. */
  private static long numberIn(Response refused) {
    return Long.parseLong(refused.<String>path("detail").split(" ", 2)[0]);
  }
}
