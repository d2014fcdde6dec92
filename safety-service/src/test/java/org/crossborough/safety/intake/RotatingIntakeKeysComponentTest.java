package org.crossborough.safety.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.safety.driver.SafetyApi.ISLINGTON_SYSTEM;
import static org.crossborough.safety.driver.SafetyApi.MANAGER;
import static org.crossborough.safety.driver.SafetyApi.WORKER;
import static org.crossborough.safety.driver.SafetyApi.as;
import static org.crossborough.safety.driver.SafetyApi.details;
import static org.crossborough.safety.driver.SafetyApi.handOver;
import static org.crossborough.safety.driver.SafetyApi.person;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.safety.driver.SealedEnvelope;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RotatingIntakeKeysComponentTest {

  @Test
  void a_new_key_is_published_in_front_and_the_old_one_opens_until_its_overlap_has_passed()
      throws IOException {
    String old = SealedEnvelope.publishedKey().getKeyId();
    String early = envelope();
    String late = envelope();

    Response rotation = rotate(MANAGER, UUID.randomUUID().toString());

    assertThat(rotation.statusCode()).isEqualTo(200);
    assertThat(SealedEnvelope.publishedKey().getKeyId()).isNotEqualTo(old);
    assertThat(keyIds()).element(1).isEqualTo(old);
    assertThat(given().get("/v1/at-risk-details/keys").<Object>path("keys[0].exp")).isNull();
    assertThat(given().get("/v1/at-risk-details/keys").<Object>path("keys[1].exp")).isNotNull();
    assertThat(handOver(ISLINGTON_SYSTEM, early).statusCode()).isEqualTo(201);
    assertThat(handOver(ISLINGTON_SYSTEM, envelope()).statusCode()).isEqualTo(201);

    letTheOverlapPass();
    Response expired = handOver(ISLINGTON_SYSTEM, late);
    Response unknown =
        handOver(
            ISLINGTON_SYSTEM,
            SealedEnvelope.around(
                SealedEnvelope.padded("{}"), it -> it.setKeyIdHeaderValue("never-heard-of")));

    assertThat(keyIds()).doesNotContain(old);
    assertThat(expired.statusCode()).isEqualTo(400);
    assertThat(told(expired)).isEqualTo(told(unknown));
  }

  @Test
  void a_repeated_rotation_makes_no_second_key_and_only_a_manager_makes_one() {
    String key = UUID.randomUUID().toString();
    Response first = rotate(MANAGER, key);
    Response again = rotate(MANAGER, key);

    assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(SealedEnvelope.publishedKey().getKeyId()).isEqualTo(first.path("keys[0].kid"));
    assertThat(rotate(WORKER, UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
    assertThat(rotate(ISLINGTON_SYSTEM, UUID.randomUUID().toString()).statusCode()).isEqualTo(403);
  }

  private static Response rotate(String who, String key) {
    return as(who, key).contentType(ContentType.JSON).body("{}").post("/v1/intake-keys/rotation");
  }

  private static List<String> keyIds() {
    return given().get("/v1/at-risk-details/keys").path("keys.kid");
  }

  private static String envelope() {
    return SealedEnvelope.around(
        details(UUID.randomUUID(), person("Example Person", "020 7946 0090", "YES")));
  }

  private static String told(Response answer) {
    return answer.asString().replace(answer.header("X-Correlation-ID"), "…");
  }

  private static void letTheOverlapPass() throws IOException {
    String folder = TestInfrastructure.shared().environmentOf("safety").get("SAFETY_KEY_FOLDER");
    Path file = Path.of(folder, "intake-keys.json");
    Files.writeString(file, Files.readString(file).replaceAll("\"exp\":\\d+", "\"exp\":1"));
  }
}
