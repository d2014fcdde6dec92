package org.crossborough.gateway.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.crossborough.gateway.testing.FakePlatform;
import org.junit.jupiter.api.Test;

/** What a developer without an account can read. */
@QuarkusTest
@WithTestResource(FakePlatform.class)
class DeveloperPagesComponentTest {

  @Test
  void the_description_is_open_to_everyone() {
    given()
        .get("/openapi.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("ETag", matchesPattern("\"[0-9a-f]{32}\""))
        .body("openapi", equalTo("3.1.0"))
        .body("servers.url", equalTo(List.of("/")));
  }

  @Test
  void a_description_already_known_is_not_sent_again() {
    String etag = given().get("/openapi.json").header("ETag");

    given()
        .header("If-None-Match", etag)
        .get("/openapi.json")
        .then()
        .statusCode(304)
        .body(emptyString());
  }

  @Test
  void the_page_comes_from_this_host_alone() {
    for (String path : List.of("/docs", "/docs/")) {
      Response page = given().redirects().follow(false).get(path);

      page.then()
          .statusCode(200)
          .contentType(startsWith("text/html"))
          .header("Content-Security-Policy", containsString("script-src 'self';"))
          .header("Content-Security-Policy", not(containsString("http")));
      assertThat(page.asString()).contains("/docs/page.js").doesNotContain("http");
    }
  }

  @Test
  void events_and_problems_are_described_too() {
    given()
        .get("/asyncapi.json")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("asyncapi", equalTo("3.0.0"));
    for (String path : List.of("/problems", "/problems/referral/not-found")) {
      given().get(path).then().statusCode(200).body(containsString("/problems/request/not-found"));
    }
  }

  @Test
  void everything_the_page_loads_is_there() {
    given().get("/docs/page.js").then().statusCode(200).body(containsString("\"/openapi.json\""));
    for (String file : List.of("swagger-ui-bundle.js", "swagger-ui.css", "favicon-32x32.png")) {
      given().get("/docs/" + file).then().statusCode(200);
    }
  }
}
