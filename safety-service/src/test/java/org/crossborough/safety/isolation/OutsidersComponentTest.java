package org.crossborough.safety.isolation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.aReferralWith;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.casesOf;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.safety.driver.SafetyApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OutsidersComponentTest {

  private static final Set<String> INTAKE =
      Set.of("/v1/at-risk-details", "/v1/at-risk-details/keys");

  private record Operation(String method, String path) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo-borough-islington",
        "demo-drug-alcohol-worker",
        "demo-referral-coordinator",
        "demo-assessor",
        "demo-facilitator",
        "demo-programme-manager",
        "demo-outcomes-analyst",
        "demo-auditor"
      })
  void a_token_of_the_programme_side_opens_nothing_and_is_always_told_the_same(String who) {
    UUID existing =
        casesOf(aReferralWith(person("Example Person", "020 7946 0030", "YES"))).getFirst();
    Set<String> answers = new TreeSet<>();

    for (Operation operation : survivorSide()) {
      for (UUID id : List.of(existing, UUID.randomUUID())) {
        Response answer = call(as(who), operation, id);
        assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(403);
        answers.add(told(answer));
      }
    }

    assertThat(answers).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo-commissioner-london", "demo-commissioner-borough"})
  void those_who_pay_are_not_even_known_here(String who) {
    for (Operation operation : survivorSide()) {
      assertThat(call(as(who), operation, UUID.randomUUID()).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void nobody_and_an_account_of_both_sides_are_refused_everywhere() {
    for (Operation operation : survivorSide()) {
      assertThat(call(given(), operation, UUID.randomUUID()).statusCode()).isEqualTo(401);
      assertThat(call(as("demo-role-conflict"), operation, UUID.randomUUID()).statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void a_role_of_the_programme_side_without_the_intake_hands_nothing_over() {
    assertThat(SafetyApi.handOver("demo-facilitator", "x").statusCode()).isEqualTo(403);
  }

  @Test
  void the_right_role_with_a_token_for_another_audience_opens_nothing() {
    String worker = token("demo-iss-worker", "demo-programme-staff");
    String coordinator = token("demo-referral-coordinator", "demo-support-staff");
    Set<String> answers = new TreeSet<>();

    for (Operation operation : survivorSide()) {
      RequestSpecification request = withKey().auth().oauth2(worker);
      Response answer = call(request, operation, UUID.randomUUID());
      assertThat(answer.statusCode()).as(operation.toString()).isEqualTo(403);
      answers.add(told(answer));
    }

    assertThat(answers).hasSize(1);
    assertThat(SafetyApi.sending(withKey().auth().oauth2(coordinator), "x").statusCode())
        .isEqualTo(403);
  }

  private static RequestSpecification withKey() {
    return given().header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** The token of somebody who signed in through a client of the other side. */
  private static String token(String who, String client) {
    return TestInfrastructure.shared().tokenOf(who, client);
  }

  private static List<Operation> survivorSide() {
    Map<String, Map<String, Object>> paths =
        given().accept(ContentType.JSON).get("/q/openapi?format=json").path("paths");
    List<Operation> operations = new ArrayList<>();
    paths.forEach((path, methods) -> {
      if (!INTAKE.contains(path)) {
        methods.keySet().forEach(method -> operations.add(new Operation(method, path)));
      }
    });
    assertThat(operations).hasSizeGreaterThanOrEqualTo(11);
    return operations;
  }

  private static Response call(RequestSpecification request, Operation operation, UUID id) {
    String path = operation.path().replaceAll("\\{[^}]+}", id.toString());
    RequestSpecification complete =
        request.header("X-Purpose", "SUPERVISION").header("If-Match", "*");
    return operation.method().equals("get")
        ? complete.get(path)
        : complete.contentType(ContentType.JSON).body("{}").request(operation.method(), path);
  }

  /** The answer without the number of the request. */
  private static String told(Response answer) {
    Map<String, Object> body = answer.path("$");
    body.remove("correlationId");
    return body.toString();
  }
}
