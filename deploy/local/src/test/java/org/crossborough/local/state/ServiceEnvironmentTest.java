package org.crossborough.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each service is told, and what it is not. */
class ServiceEnvironmentTest {

  private static final Set<String> OWN_DATABASE =
      Set.of(
          "DATABASE_URL",
          "DATABASE_USERNAME",
          "DATABASE_PASSWORD",
          "DATABASE_OWNER_USERNAME",
          "DATABASE_OWNER_PASSWORD");

  @TempDir private Path folder;
  private StateFolder state;
  private Passwords passwords;
  private ServiceEnvironment environments;

  @BeforeEach
  void settle() {
    state = StateFolder.at(folder);
    passwords = Passwords.complete(state);
    Ports ports = Ports.settle(state, false, process -> false);
    environments = new ServiceEnvironment(state, ports, passwords);
  }

  @Test
  void a_service_is_given_its_own_database_broker_account_and_issuer() {
    assertThat(environments.of(Service.REFERRAL))
        .containsOnlyKeys(
            "CROSSBOROUGH_DEMO_IDENTITIES",
            "CROSSBOROUGH_MATCHING_CURRENT_KEY",
            "CROSSBOROUGH_MATCHING_KEYS_LOCAL",
            "DATABASE_OWNER_PASSWORD",
            "DATABASE_OWNER_USERNAME",
            "DATABASE_PASSWORD",
            "DATABASE_URL",
            "DATABASE_USERNAME",
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_PASSWORD",
            "KAFKA_USERNAME",
            "OIDC_ISSUER",
            "WEBHOOK_ALLOW_LOOPBACK",
            "WEBHOOK_SECRET_KEY")
        .containsEntry("DATABASE_USERNAME", "referral")
        .containsEntry("DATABASE_OWNER_USERNAME", "referral_owner")
        .containsEntry("KAFKA_USERNAME", "referral");
  }

  @Test
  void referral_service_has_keys_of_this_platform_only() {
    Map<String, String> environment = environments.of(Service.REFERRAL);

    assertThat(environment.get("WEBHOOK_SECRET_KEY"))
        .isEqualTo(Passwords.complete(state).ofWebhookSecrets())
        .satisfies(key -> assertThat(Base64.getDecoder().decode(key)).hasSize(32));
    assertThat(environment)
        .containsEntry("CROSSBOROUGH_MATCHING_CURRENT_KEY", "local")
        .containsEntry("CROSSBOROUGH_MATCHING_KEYS_LOCAL", passwords.ofMatching());
    assertThat(passwords.ofMatching()).hasSizeGreaterThanOrEqualTo(32);
  }

  @ParameterizedTest
  @EnumSource(value = Service.class, names = "REFERRAL", mode = EnumSource.Mode.EXCLUDE)
  void no_other_service_is_given_the_keys_of_the_referral_side(Service service) {
    assertThat(environments.of(service).values())
        .doesNotContain(passwords.ofWebhookSecrets(), passwords.ofMatching());
  }

  @Test
  void the_gateway_is_given_a_store_for_counts_and_sessions_and_no_broker() {
    assertThat(environments.of(Service.GATEWAY))
        .containsOnlyKeys(
            "CROSSBOROUGH_DEMO_IDENTITIES",
            "CROSSBOROUGH_GATEWAY_RATES_ADDRESS_BURST",
            "CROSSBOROUGH_GATEWAY_RATES_ADDRESS_PER_SECOND",
            "CROSSBOROUGH_GATEWAY_RATES_CLIENT_BURST",
            "CROSSBOROUGH_GATEWAY_RATES_CLIENT_PER_SECOND",
            "OIDC_ISSUER",
            "OUTCOMES_URL",
            "PROGRAMME_URL",
            "REFERRAL_URL",
            "SAFETY_URL",
            "SESSION_CLIENT",
            "SESSION_CLIENT_SECRET",
            "SESSION_KEY",
            "STORE_URL")
        .hasEntrySatisfying("STORE_URL", url -> assertThat(url).endsWith("/gateway"));
  }

  @Test
  void safety_service_keeps_keys_in_a_second_database_and_a_folder_only_it_may_enter()
      throws Exception {
    Map<String, String> environment = environments.of(Service.SAFETY);

    assertThat(environment).containsKeys(OWN_DATABASE.toArray(String[]::new));
    assertThat(environment.get("KEYS_DATABASE_URL")).endsWith("/safety_keys");
    Path keys = Path.of(environment.getOrDefault("SAFETY_KEY_FOLDER", ""));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    assertThat(keys).doesNotHaveToString(state.data("postgres-safety").toString());
  }

  @ParameterizedTest
  @EnumSource(value = Service.class, names = "SAFETY", mode = EnumSource.Mode.EXCLUDE)
  void no_other_service_is_given_a_password_of_the_survivor_side(Service service) {
    assertThat(environments.of(service).values())
        .doesNotContain(
            passwords.ofSuperuser("postgres-safety"),
            passwords.ofDatabaseRole("safety"),
            passwords.ofDatabaseRole("safety_owner"),
            passwords.ofDatabaseRole("safety_keys"),
            passwords.ofDatabaseRole("safety_keys_owner"),
            passwords.ofKafka("safety"));
  }

  @Test
  void passwords_are_kept_and_readable_by_their_owner_only() throws Exception {
    String before = passwords.ofKafka("referral");

    assertThat(Passwords.complete(state).ofKafka("referral")).isEqualTo(before).hasSize(48);
    Path file = folder.resolve("passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
