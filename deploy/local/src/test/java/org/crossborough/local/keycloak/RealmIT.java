package org.crossborough.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.crossborough.local.TestInfrastructure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tokens that the real identity provider issues from the imported realm. */
class RealmIT {

  private static TestInfrastructure infrastructure;

  @BeforeAll
  static void start() {
    infrastructure = TestInfrastructure.shared();
  }

  static Stream<String> identities() {
    return DemoIdentity.ALL.stream().map(DemoIdentity::name);
  }

  @ParameterizedTest
  @MethodSource("identities")
  void everybody_signs_in_with_their_roles_and_nothing_more(String name) {
    Claims claims = Claims.of(infrastructure.tokenOf(name));

    assertThat(claims.roles())
        .containsExactlyInAnyOrderElementsOf(DemoIdentity.named(name).roles());
    assertThat(claims.text("sub")).isNotEmpty();
    assertThat(claims.text("acr")).isNotEmpty();
    assertThat(claims.text("iss")).isEqualTo(infrastructure.issuer());
    assertThat(claims.text("azp")).isEqualTo(DemoIdentity.named(name).client());
    assertThat(claims.secondsToLive()).isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource({
    "demo-borough-islington, E09000019",
    "demo-borough-camden, E09000007",
    "demo-borough-lambeth, E09000022",
    "demo-drug-alcohol-worker, E09000019",
    "demo-drug-alcohol-worker-camden, E09000007",
    "demo-commissioner-camden, E09000007"
  })
  void a_borough_is_stated_where_one_is_known(String name, String borough) {
    assertThat(Claims.of(infrastructure.tokenOf(name)).text("borough")).isEqualTo(borough);
  }

  @Test
  void no_borough_is_stated_for_people_who_work_for_all() {
    assertThat(Claims.of(infrastructure.tokenOf("assessor")).json().has("borough")).isFalse();
  }

  @Test
  void programme_staff_are_admitted_to_the_safety_service_s_inbox_only() {
    assertThat(Claims.of(infrastructure.tokenOf("facilitator")).audiences())
        .containsExactlyInAnyOrder(
            "gateway",
            "referral-service",
            "programme-service",
            "outcomes-service",
            "safety-intake");
  }

  @Test
  void support_staff_are_admitted_to_the_safety_service_only() {
    assertThat(Claims.of(infrastructure.tokenOf("iss-worker")).audiences())
        .containsExactlyInAnyOrder("gateway", "safety-service");
  }

  @Test
  void commissioners_are_admitted_to_figures_only() {
    assertThat(Claims.of(infrastructure.tokenOf("commissioner-london")).audiences())
        .containsExactlyInAnyOrder("gateway", "outcomes-service");
  }

  @Test
  void a_short_lived_token_lives_for_a_second() {
    String token = infrastructure.tokenOf("demo-assessor", "demo-short-lived");

    assertThat(Claims.of(token).secondsToLive()).isEqualTo(1);
  }

  @Test
  void a_machine_cannot_be_signed_in_to_with_a_password() {
    assertThatThrownBy(() -> infrastructure.tokenOf("demo-assessor", "demo-borough-camden"))
        .hasMessageContaining("unauthorized_client");
  }

  @Test
  void the_provider_s_own_command_line_client_takes_no_password() throws Exception {
    HttpResponse<String> answer =
        post(
            "client_id=admin-cli&grant_type=password&username=demo-assessor&password="
                + DemoIdentity.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("invalid_client");
  }

  @Test
  void a_wrong_secret_is_refused() throws Exception {
    HttpResponse<String> answer =
        post("client_id=demo-borough-hackney&client_secret=x&grant_type=client_credentials");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> post(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(infrastructure.issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
