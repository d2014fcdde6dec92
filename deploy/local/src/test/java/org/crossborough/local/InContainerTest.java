package org.crossborough.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.crossborough.local.kafka.KafkaBroker;
import org.crossborough.local.keycloak.KeycloakServer;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.ContainerLaunch;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container is told what its process would be told. */
class InContainerTest {

  @TempDir private Path folder;
  private StateFolder state;
  private Ports ports;
  private Passwords passwords;

  @BeforeEach
  void settle() {
    state = StateFolder.at(folder);
    ports = Ports.settle(state, false, _ -> false);
    passwords = Passwords.complete(state);
  }

  @Test
  void a_cluster_asks_everybody_for_a_password_and_keeps_values_out_of_its_log() {
    ContainerLaunch launch =
        new PostgresCluster(Port.POSTGRES_SAFETY, Installation.find(), state, false).inContainer();

    assertThat(launch.environment())
        .containsEntry("POSTGRES_PASSWORD", passwords.ofSuperuser("postgres-safety"));
    assertThat(launch.environment().get("POSTGRES_INITDB_ARGS")).contains("--auth=scram-sha-256");
    assertThat(launch.command()).contains("log_min_error_statement=panic", "fsync=off");
    assertThat(launch.ports()).containsEntry(ports.of(Port.POSTGRES_SAFETY), 5432);
  }

  @Test
  void the_broker_allows_nothing_by_default_and_is_reached_where_it_says() {
    ContainerLaunch launch = new KafkaBroker(Installation.find(), state, false).inContainer();
    int port = ports.of(Port.KAFKA);

    assertThat(launch.files().get("/etc/crossborough/broker.conf"))
        .contains("listeners=CLIENT://0.0.0.0:" + port)
        .contains("advertised.listeners=CLIENT://127.0.0.1:" + port)
        .contains("allow.everyone.if.no.acl.found=false");
    assertThat(launch.ports()).containsEntry(port, port);
  }

  @Test
  void the_identity_provider_has_the_realm_and_the_address_that_tokens_name() {
    ContainerLaunch launch = new KeycloakServer(Installation.find(), state, () -> {}).inContainer();

    assertThat(launch.command())
        .contains("--hostname=http://localhost:" + ports.of(Port.KEYCLOAK), "--import-realm");
    assertThat(launch.files().get("/opt/keycloak/data/import/crossborough-realm.json"))
        .contains("demo-referral-coordinator");
    assertThat(launch.environment())
        .containsEntry("KC_DB_URL", "jdbc:postgresql://postgres-main:5432/keycloak");
  }

  @Test
  void no_command_line_shows_a_password() {
    Stream.of(
            new PostgresCluster(Port.POSTGRES_MAIN, Installation.find(), state, false),
            new KafkaBroker(Installation.find(), state, false),
            new KeycloakServer(Installation.find(), state, () -> {}))
        .map(server -> String.join(" ", server.inContainer().command()))
        .forEach(command ->
            assertThat(command)
                .doesNotContain(
                    passwords.ofSuperuser("postgres-main"),
                    passwords.ofKafka("admin"),
                    passwords.ofDatabaseRole("keycloak"),
                    passwords.ofKeycloakAdmin()));
  }
}
