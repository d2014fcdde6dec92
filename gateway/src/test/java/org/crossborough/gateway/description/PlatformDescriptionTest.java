package org.crossborough.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.crossborough.gateway.routing.Upstream;
import org.junit.jupiter.api.Test;

/** How several descriptions become one. */
class PlatformDescriptionTest {

  private static final String REFERRAL =
      """
      openapi: 3.1.0
      tags: [{name: Referrals}, {name: Shared}]
      paths:
        /v1/referrals:
          get:
            operationId: list
            security: [{oidc: [assessor, referral-coordinator]}]
            responses:
              "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
      components:
        schemas:
          Page: {properties: {items: {items: {$ref: "#/components/schemas/Item"}}}}
          Item: {type: string}
          Problem: {type: object}
        securitySchemes: {oidc: {type: http, scheme: basic}}
      """;

  private static final String SAFETY =
      """
      openapi: 3.1.0
      tags: [{name: Shared}, {name: Keys}]
      paths:
        /v1/survivor-cases:
          get:
            operationId: list
            responses:
              "200": {content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
        /v1/at-risk-details/keys:
          get:
            operationId: keys
            security: [{oidc: []}]
            responses:
              "200": {description: Keys}
      components:
        schemas:
          Page: {properties: {items: {items: {$ref: "#/components/schemas/Item"}}}}
          Item: {type: integer}
          Problem: {type: object}
      """;

  private final JsonNode merged =
      PlatformDescription.of(
          List.of(service(Upstream.REFERRAL, REFERRAL), service(Upstream.SAFETY, SAFETY)), "1.2");

  private static ServiceDescription service(Upstream upstream, String yaml) {
    return new ServiceDescription(upstream, YamlDocument.parse(yaml));
  }

  @Test
  void every_path_and_tag_is_there_once() {
    assertThat(merged.path("paths").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "/v1/referrals", "/v1/survivor-cases", "/v1/at-risk-details/keys");
    assertThat(merged.path("tags").findValuesAsText("name"))
        .containsExactly("Referrals", "Shared", "Keys");
  }

  @Test
  void it_speaks_for_one_host() {
    assertThat(merged.at("/openapi").asText()).isEqualTo("3.1.0");
    assertThat(merged.at("/info/version").asText()).isEqualTo("1.2");
    assertThat(merged.path("servers")).hasSize(1);
    assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/");
  }

  @Test
  void what_two_services_mean_differently_gets_two_names() {
    assertThat(merged.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "ReferralItem", "SafetyItem", "ReferralPage", "SafetyPage", "Problem");
    assertThat(merged.at("/components/schemas/SafetyItem/type").asText()).isEqualTo("integer");
  }

  @Test
  void references_follow_the_new_names() {
    JsonNode list = merged.path("paths").path("/v1/survivor-cases").at("/get/responses/200");
    assertThat(list.path("content").findValuesAsText("$ref"))
        .containsExactly("#/components/schemas/SafetyPage");
    assertThat(merged.at("/components/schemas/SafetyPage").findValuesAsText("$ref"))
        .containsExactly("#/components/schemas/SafetyItem");
  }

  @Test
  void what_the_door_adds_to_every_answer_is_said() {
    JsonNode responses = merged.path("paths").path("/v1/at-risk-details/keys").at("/get/responses");

    assertThat(responses.at("/200/description").asText()).isEqualTo("Keys");
    assertThat(responses.at("/200/headers").fieldNames())
        .toIterable()
        .containsExactly(
            "Access-Control-Allow-Origin", "RateLimit", "RateLimit-Policy", "X-Correlation-ID");
    assertThat(responses.fieldNames()).toIterable().contains("429", "500", "503", "504");
    assertThat(responses.at("/429/headers").has("Retry-After")).isTrue();
    assertThat(merged.at("/components/headers").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "Access-Control-Allow-Origin",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "X-Correlation-ID");
  }

  @Test
  void what_nothing_refers_to_is_left_out() {
    String idle =
        REFERRAL.replace(
            "Item: {type: string}",
            """
            Item: {type: string}
                Idle: {$ref: "#/components/schemas/Idler"}
                Idler: {type: object}\
            """);

    JsonNode without = PlatformDescription.of(List.of(service(Upstream.REFERRAL, idle)), "1");

    assertThat(without.at("/components/schemas").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("Page", "Item", "Problem");
  }

  @Test
  void a_line_of_a_file_is_text() {
    JsonNode document =
        YamlDocument.parse(
            """
            openapi: 3.1.0
            content:
              application/x-ndjson: {schema: {type: string}, examples: {row: {value: {a: 1}}}}
              application/json: {schema: {type: object}, examples: {one: {value: {a: 1}}}}
            """);

    FileExamples.writeAsText(document);

    assertThat(document.at("/content/application~1x-ndjson/examples/row/value").asText())
        .isEqualTo("{\"a\":1}\n");
    assertThat(document.at("/content/application~1json/examples/one/value").isObject()).isTrue();
  }

  @Test
  void operation_ids_are_unique() {
    assertThat(merged.path("paths").findValuesAsText("operationId"))
        .containsExactlyInAnyOrder("referralList", "safetyList", "keys");
  }

  @Test
  void there_is_one_security_scheme_and_the_routes_say_who_needs_none() {
    assertThat(merged.at("/components/securitySchemes").fieldNames())
        .toIterable()
        .containsExactly("bearer");
    JsonNode paths = merged.path("paths");
    assertThat(paths.path("/v1/referrals").at("/get/security").toString())
        .isEqualTo("[{\"bearer\":[\"assessor\",\"referral-coordinator\"]}]");
    assertThat(paths.path("/v1/survivor-cases").at("/get/security").toString())
        .isEqualTo("[{\"bearer\":[]}]");
    assertThat(paths.path("/v1/at-risk-details/keys").at("/get/security")).isEmpty();
  }

  @Test
  void times_dates_and_versions_stay_text() {
    JsonNode document =
        YamlDocument.parse(
            """
            openapi: 3.1.0
            time: 13:45:30.123456789
            date: 2026-01-05
            quoted: "7"
            count: 7
            share: 86.7
            yes: on
            nothing:
            """);

    assertThat(document.toString())
        .isEqualTo(
            "{\"openapi\":\"3.1.0\",\"time\":\"13:45:30.123456789\",\"date\":\"2026-01-05\","
                + "\"quoted\":\"7\",\"count\":7,\"share\":86.7,\"yes\":\"on\",\"nothing\":null}");
  }

  @Test
  void an_older_description_is_not_taken() {
    assertThatThrownBy(() -> service(Upstream.REFERRAL, "openapi: 3.0.3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void two_services_cannot_describe_the_same_path() {
    assertThatThrownBy(() ->
            PlatformDescription.of(
                List.of(service(Upstream.REFERRAL, REFERRAL), service(Upstream.SAFETY, REFERRAL)),
                "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
