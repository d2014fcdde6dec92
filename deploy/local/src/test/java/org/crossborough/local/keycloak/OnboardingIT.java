package org.crossborough.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A new borough gets a client that proves itself with a key (RFC 7523). */
class OnboardingIT {

  private static StateFolder state;
  private static Ports ports;

  @BeforeAll
  static void start() {
    state = new StateFolder(TestInfrastructure.shared().folder());
    ports = Ports.remembered(state);
  }

  private static BoroughClient onboarded() {
    BoroughClient client = BoroughClient.named("ealing", "E09000009");
    Path key = client.onboard(state, new KeycloakAdmin(ports, Passwords.remembered(state)));
    assertThat(key).exists();
    return client;
  }

  private static String tokenFor(BoroughClient client, String assertion) {
    return new DemoTokens(ports.issuer()).ofKey(client.id(), assertion);
  }

  @Test
  void its_token_names_its_borough_and_its_one_role() throws Exception {
    BoroughClient client = onboarded();

    Claims claims =
        Claims.of(tokenFor(client, client.assertion(state, ports.issuer(), Instant.now())));

    assertThat(claims.text("borough")).isEqualTo("E09000009");
    assertThat(claims.roles()).containsExactly("borough-system");
    assertThat(claims.audiences()).contains("gateway", "referral-service");
    assertThat(claims.audiences()).doesNotContain("safety-service");
    Path key = state.root().resolve("clients/borough-ealing.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
  }

  @Test
  void what_it_signs_is_good_for_one_token() {
    BoroughClient client = onboarded();
    String assertion = client.assertion(state, ports.issuer(), Instant.now());
    assertThat(tokenFor(client, assertion)).isNotEmpty();

    assertThatThrownBy(() -> tokenFor(client, assertion)).hasMessageContaining("invalid_client");
  }

  @Test
  void an_old_key_opens_nothing_once_there_is_a_new_one() {
    BoroughClient client = onboarded();
    String old = client.assertion(state, ports.issuer(), Instant.now());
    BoroughClient again = onboarded();

    assertThatThrownBy(() -> tokenFor(client, old)).hasMessageContaining("invalid_client");
    assertThat(tokenFor(again, again.assertion(state, ports.issuer(), Instant.now()))).isNotEmpty();
  }

  @Test
  void an_assertion_for_somebody_else_or_from_another_time_is_refused() {
    BoroughClient client = onboarded();
    String elsewhere = client.assertion(state, "https://elsewhere.example", Instant.now());
    String old = client.assertion(state, ports.issuer(), Instant.now().minusSeconds(3600));

    assertThatThrownBy(() -> tokenFor(client, elsewhere)).hasMessageContaining("invalid_client");
    assertThatThrownBy(() -> tokenFor(client, old)).hasMessageContaining("invalid_client");
  }

  @ParameterizedTest
  @CsvSource({"Ealing, E09000009", "ealing, E10000009", "../x, E09000009", "'', E09000009"})
  void a_name_or_code_that_is_none_is_refused(String name, String gss) {
    assertThatThrownBy(() -> BoroughClient.named(name, gss))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
