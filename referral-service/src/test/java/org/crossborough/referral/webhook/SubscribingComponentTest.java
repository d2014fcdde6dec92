package org.crossborough.referral.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crossborough.referral.testing.ReferralApi.CAMDEN;
import static org.crossborough.referral.testing.ReferralApi.COORDINATOR;
import static org.crossborough.referral.testing.ReferralApi.ISLINGTON;
import static org.crossborough.referral.testing.ReferralApi.as;
import static org.crossborough.referral.testing.ReferralApi.assertRefused;
import static org.crossborough.referral.testing.ReferralApi.assertViolated;
import static org.crossborough.referral.testing.ReferralApi.created;
import static org.crossborough.referral.testing.ReferralApi.post;
import static org.crossborough.referral.webhook.Subscriber.PATH;
import static org.crossborough.referral.webhook.Subscriber.form;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.chassis.testing.Psql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SubscribingComponentTest {

  private static final String URL = "https://hooks.example.org/crossborough";

  @Test
  void a_secret_is_shown_once_and_kept_encrypted() throws Exception {
    Response made = post(ISLINGTON, PATH, form(URL, ""));
    String id = created(made);
    String secret = made.jsonPath().getString("secret");
    assertThat(secret).startsWith("whsec_").hasSizeGreaterThan(40);
    assertThat(made.header("Location")).isEqualTo(PATH + "/" + id);

    assertThat(as(ISLINGTON).get(PATH + "/" + id).jsonPath().getMap(""))
        .containsOnlyKeys("id", "url", "eventTypes", "state", "createdAt", "version");
    assertThat(as(ISLINGTON).get(PATH).asString()).doesNotContain("whsec_");
    Map<String, Object> row =
        Psql.rows("*", "select * from webhook_subscription where id = ?", UUID.fromString(id))
            .getFirst();
    assertThat(new String((byte[]) row.get("secret"), StandardCharsets.ISO_8859_1))
        .doesNotContain(secret)
        .doesNotContain(secret.substring(6));
    assertThat(
            Psql.count(
                "select count(*) from idempotency_key where body is not null"
                    + " and convert_from(body, 'UTF8') like '%whsec_%'"))
        .as("kept answers that carry a secret")
        .isZero();
    end(ISLINGTON, id);
  }

  @Test
  void a_repeat_makes_no_second_subscription_and_gets_the_same_answer() {
    String key = UUID.randomUUID().toString();

    Response first = as(ISLINGTON).header("Idempotency-Key", key).body(form(URL, "")).post(PATH);
    Response second = as(ISLINGTON).header("Idempotency-Key", key).body(form(URL, "")).post(PATH);

    String id = created(first);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertRefused(
        as(ISLINGTON).header("Idempotency-Key", key).body(form(URL + "2", "")).post(PATH),
        422,
        "request/idempotency-key-reused");
    assertRefused(
        as(ISLINGTON).body(form(URL, "")).post(PATH), 400, "request/idempotency-key-required");
    end(ISLINGTON, id);
  }

  @Test
  void a_repeated_rotation_makes_no_second_secret() {
    String id = created(post(ISLINGTON, PATH, form(URL, "")));
    String key = UUID.randomUUID().toString();

    Response first = rotate(id, key, "\"0\"");
    Response second = rotate(id, key, "\"0\"");

    assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertRefused(rotate(id, UUID.randomUUID().toString(), "\"0\""), 412, "request/stale");
    end(ISLINGTON, id);
  }

  @Test
  void another_boroughs_subscription_is_not_found_like_none() {
    String id = created(post(ISLINGTON, PATH, form(URL, "")));
    String none = UUID.randomUUID().toString();

    for (String path : List.of("", "/deliveries")) {
      Response other =
          as(CAMDEN).header("X-Correlation-ID", "the-same-id").get(PATH + "/" + id + path);
      Response missing =
          as(CAMDEN).header("X-Correlation-ID", "the-same-id").get(PATH + "/" + none + path);
      assertRefused(other, 404, "webhook/not-found");
      assertThat(other.asString().replace(id, none)).isEqualTo(missing.asString());
    }
    for (String move : List.of("tests", "replays", "pause", "resumption", "secret-rotations")) {
      assertRefused(
          as(CAMDEN)
              .header("Idempotency-Key", UUID.randomUUID())
              .header("If-Match", "*")
              .body(move.equals("replays") ? "{\"since\":\"2026-01-01T00:00:00Z\"}" : "{}")
              .post(PATH + "/" + id + "/" + move),
          404,
          "webhook/not-found");
    }
    assertRefused(
        as(CAMDEN).header("If-Match", "*").delete(PATH + "/" + id), 404, "webhook/not-found");
    assertThat(as(CAMDEN).get(PATH).jsonPath().getList("items.id")).doesNotContain(id);
    end(ISLINGTON, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "https://10.0.0.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[fc00::1]/",
        "https://user@hooks.example.org/",
        "javascript:alert(1)",
        "nowhere"
      })
  void an_address_that_is_not_public_is_refused(String url) {
    assertViolated(post(ISLINGTON, PATH, form(url, "")), "url", "NOT_ALLOWED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400",
        "{\"url\":\"\"} | 400",
        "{\"url\":\"https://a.example.org/\",\"eventTypes\":[\"lost\"]} | 400",
        "{\"url\":\"https://a.example.org/\",\"eventTypes\":[null]} | 400",
        "{\"url\":\"https://a.example.org/\",\"eventTypes\":\"referral.received\"} | 400",
        "{\"url\":\"https://a.example.org/\\u0000\"} | 400",
        "{\"url\":7} | 400",
        "[] | 400",
        "{\"url\":\"https://a.example.org/\",\"secret\":\"mine\"} | 400"
      })
  void a_form_that_breaks_a_rule_is_refused(String body, int status) {
    assertThat(post(ISLINGTON, PATH, body).statusCode()).isEqualTo(status);
  }

  @Test
  void a_client_has_a_limited_number_of_subscriptions() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(created(post(CAMDEN, PATH, form(URL + i, ""))));
    }

    assertRefused(post(CAMDEN, PATH, form(URL, "")), 409, "webhook/too-many");

    assertThat(as(CAMDEN).get(PATH).jsonPath().getList("items.id", String.class))
        .isEqualTo(made.reversed());
    made.forEach(id -> end(CAMDEN, id));
    assertThat(as(CAMDEN).get(PATH).jsonPath().getList("items")).isEmpty();
  }

  @Test
  void what_is_paused_is_not_paused_again() {
    String id = created(post(ISLINGTON, PATH, form(URL, "")));
    assertRefused(move(id, "resumption"), 409, "webhook/illegal-move");
    assertThat(move(id, "pause").statusCode()).isEqualTo(200);
    assertRefused(move(id, "pause"), 409, "webhook/illegal-move");
    assertThat(move(id, "resumption").jsonPath().getString("state")).isEqualTo("ACTIVE");
    end(ISLINGTON, id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"since\":\"2026-01-01T00:00:00Z\",\"after\":\"x\"}", "{\"after\":\"x\"}"})
  void a_replay_needs_one_point_to_begin_at(String body) {
    String id = created(post(ISLINGTON, PATH, form(URL, "")));

    Response answer =
        as(ISLINGTON)
            .header("Idempotency-Key", UUID.randomUUID())
            .header("If-Match", "*")
            .body(body)
            .post(PATH + "/" + id + "/replays");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    end(ISLINGTON, id);
  }

  @Test
  void staff_do_not_subscribe() {
    assertRefused(post(COORDINATOR, PATH, form(URL, "")), 403, "request/forbidden");
    assertRefused(as(COORDINATOR).get(PATH), 403, "request/forbidden");
  }

  @Test
  void ending_needs_the_version_that_was_read() {
    String id = created(post(ISLINGTON, PATH, form(URL, "")));
    assertRefused(as(ISLINGTON).delete(PATH + "/" + id), 428, "request/precondition-required");
    assertRefused(
        as(ISLINGTON).header("If-Match", "\"7\"").delete(PATH + "/" + id), 412, "request/stale");
    end(ISLINGTON, id);
    assertRefused(as(ISLINGTON).get(PATH + "/" + id), 404, "webhook/not-found");
  }

  private static Response rotate(String id, String key, String version) {
    return as(ISLINGTON)
        .header("Idempotency-Key", key)
        .header("If-Match", version)
        .body("{}")
        .post(PATH + "/" + id + "/secret-rotations");
  }

  private static Response move(String id, String move) {
    return as(ISLINGTON)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", "*")
        .body("{}")
        .post(PATH + "/" + id + "/" + move);
  }

  private static void end(String caller, String id) {
    assertThat(as(caller).header("If-Match", "*").delete(PATH + "/" + id).statusCode())
        .isEqualTo(204);
  }
}
