package org.crossborough.chassis.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiConventionsComponentTest {

  private static JsonPath api() {
    return given().queryParam("format", "json").get("/q/openapi").jsonPath();
  }

  @Test
  void the_description_is_openapi_3_1_and_names_no_machine() {
    assertThat(api().getString("openapi")).isEqualTo("3.1.0");
    assertThat(given().get("/q/openapi").asString()).doesNotContain("localhost", "127.0.0.1");
  }

  @Test
  void every_post_asks_for_its_key_and_lists_its_refusals() {
    assertThat(api().getList("paths.'/notes'.post.parameters.name", String.class))
        .contains("Idempotency-Key");
    assertThat(api().getMap("paths.'/notes'.post.responses"))
        .containsKeys("400", "401", "403", "409", "422", "503");
    assertThat(api().getMap("paths.'/notes'.get.responses")).doesNotContainKey("409");
  }

  @Test
  void operations_say_which_token_they_take() {
    assertThat(api().getString("components.securitySchemes.bearer.scheme")).isEqualTo("bearer");
    assertThat(api().getList("paths.'/notes'.get.security")).isNotEmpty();
  }
}
