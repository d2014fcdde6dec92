package org.crossborough.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.crossborough.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefusalsComponentTest {

  @Test
  void a_body_that_is_not_json_is_malformed() {
    assertRefused(post("{\"boroughCode\":"), 400, "malformed-body");
  }

  @Test
  void a_field_that_does_not_exist_is_named() {
    Response answer = post("{\"boroughCode\":\"E09000019\",\"text\":\"x\",\"colour\":\"red\"}");

    assertRefused(answer, 400, "malformed-body");
    assertThat(answer.path("violations[0].field").toString()).isEqualTo("colour");
    assertThat(answer.path("violations[0].code").toString()).isEqualTo("UNKNOWN_FIELD");
  }

  @Test
  void a_field_of_the_wrong_type_is_named() {
    Response answer = post("{\"boroughCode\":\"E09000019\",\"text\":\"x\",\"author\":[]}");

    assertRefused(answer, 400, "malformed-body");
    assertThat(answer.path("violations[0].field").toString()).isEqualTo("author");
  }

  @Test
  void broken_rules_name_field_and_code() {
    Response answer = post("{\"text\":\" \",\"author\":{\"name\":\"\"}}");

    assertRefused(answer, 400, "invalid");
    assertThat(answer.jsonPath().getList("violations.field", String.class))
        .containsExactly("author.name", "boroughCode", "text");
    assertThat(answer.jsonPath().getList("violations.code", String.class)).containsOnly("REQUIRED");
  }

  @Test
  void a_text_the_database_cannot_store_is_the_callers_fault() {
    assertRefused(post("{\"boroughCode\":\"E09000019\",\"text\":\"a\\u0000b\"}"), 400, "invalid");
  }

  @Test
  void deep_nesting_is_malformed() {
    String deep = "[".repeat(1_100) + "]".repeat(1_100);
    assertRefused(post("{\"author\":" + deep + "}"), 400, "malformed-body");
  }

  @Test
  void nothing_at_all_is_refused_with_a_problem() {
    assertRefused(caller().get("/nowhere"), 404, "not-found");
    assertRefused(caller().delete("/notes"), 405, "method-not-allowed");
    assertRefused(
        caller().contentType("text/plain").body("x").post("/notes"), 415, "unsupported-media-type");
  }

  @Test
  void a_type_that_cannot_be_read_is_no_failure_of_ours() throws Exception {
    assertThat(illegible("PUT", "/notes/heading", "Content-Type")).isEqualTo(415);
    assertThat(illegible("GET", "/notes", "Accept")).isEqualTo(200);
  }

  /** By a client that sends whatever it is told to. */
  private static int illegible(String method, String path, String header) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
            .header(header, "nonsense")
            .header("Authorization", "Bearer " + Tokens.of("demo-referral-coordinator"))
            .method(method, HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
  }

  @Test
  void plain_text_is_not_taken_for_a_form_of_one_field() {
    assertRefused(
        caller().contentType("text/plain").body("x").put("/notes/heading"),
        415,
        "unsupported-media-type");
    assertThat(
            caller()
                .contentType("application/json")
                .body("{\"text\":\"x\"}")
                .put("/notes/heading")
                .statusCode())
        .isEqualTo(204);
  }

  @Test
  void what_went_wrong_inside_stays_inside() {
    Response answer = post("{\"boroughCode\":\"E09000019\",\"text\":\"fails at the end\"}");

    assertRefused(answer, 500, "unexpected");
    assertThat(answer.asString()).doesNotContain("a detail nobody may see", "Exception");
  }

  @Test
  void a_version_must_be_named_and_current() {
    assertRefused(caller().put("/notes/version-seven"), 428, "precondition-required");
    assertRefused(caller().header("If-Match", "\"6\"").put("/notes/version-seven"), 412, "stale");
    assertThat(caller().header("If-Match", "\"7\"").put("/notes/version-seven").statusCode())
        .isEqualTo(204);
  }

  @Test
  void nobody_and_nonsense_are_unauthenticated() {
    assertRefused(given().get("/notes"), 401, "unauthenticated");
    assertRefused(given().auth().oauth2("not.a.token").get("/notes"), 401, "unauthenticated");
  }

  @Test
  void a_role_that_does_not_fit_is_forbidden() {
    assertRefused(
        given().auth().oauth2(Tokens.of("demo-assessor")).get("/notes"), 403, "forbidden");
  }

  @Test
  void a_token_with_roles_of_both_sides_is_forbidden() {
    assertRefused(
        given().auth().oauth2(Tokens.of("demo-role-conflict")).get("/notes"), 403, "role-conflict");
  }

  @Test
  void the_callers_correlation_id_comes_back() {
    Response answer = given().header("X-Correlation-ID", "callers-own-id-1").get("/notes");

    assertThat(answer.header("X-Correlation-ID")).isEqualTo("callers-own-id-1");
    assertThat(answer.path("correlationId").toString()).isEqualTo("callers-own-id-1");
  }

  private static RequestSpecification caller() {
    return given()
        .auth()
        .oauth2(Tokens.of("demo-referral-coordinator"))
        .header("Idempotency-Key", UUID.randomUUID());
  }

  private static Response post(String body) {
    return caller().contentType(ContentType.JSON).body(body).post("/notes");
  }

  private static void assertRefused(Response answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.path("type").toString()).isEqualTo("/problems/request/" + code);
    assertThat(answer.path("correlationId").toString()).isNotBlank();
    assertThat(answer.<String>path("instance")).as("the address is not repeated").isNull();
  }
}
