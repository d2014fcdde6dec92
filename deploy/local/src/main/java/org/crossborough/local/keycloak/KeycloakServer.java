package org.crossborough.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.ContainableServer;
import org.crossborough.local.process.ContainerLaunch;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Fingerprint;
import org.crossborough.local.process.Launch;
import org.crossborough.local.process.Probe;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** The identity provider, with the platform's realm imported into a database of its own. */
public final class KeycloakServer implements ContainableServer {

  private final StateFolder state;
  private final Ports ports;
  private final Passwords passwords;
  private final KeycloakDistribution distribution;
  private final String realm;
  private final Runnable emptyDatabase;

  /**
   * @param emptyDatabase forgets everything imported, since an existing realm is never overwritten
   */
  public KeycloakServer(Installation installation, StateFolder state, Runnable emptyDatabase) {
    this.state = state;
    this.ports = Ports.remembered(state);
    this.passwords = Passwords.remembered(state);
    this.distribution = new KeycloakDistribution(installation);
    this.realm = new RealmFile(installation.realmFolder()).withDemoIdentities();
    this.emptyDatabase = emptyDatabase;
  }

  /** Stands for everything that a database filled by its first start depends on. */
  public String revision() {
    try {
      return Fingerprint.of(distribution.optimised() + "\n" + realm);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DetachedProcess process() {
    return new DetachedProcess(state, Port.KEYCLOAK.process());
  }

  /** Needs no database, and so may run while the database starts. */
  public void build() {
    distribution.build(process().log());
  }

  @Override
  public void prepare() {
    build();
    Properties imported = state.readProperties(importRecord());
    if (Fingerprint.of(realm).equals(imported.getProperty("imported"))) {
      return;
    }
    process().stop(stopSignal(), Duration.ofSeconds(30));
    emptyDatabase.run();
  }

  @Override
  public Launch launch() {
    Path home = state.privateFolder("keycloak");
    distribution.linkInto(home);
    state.writePrivately(
        state.privateFolder("keycloak/data/import").resolve("crossborough-realm.json"), realm);
    List<String> command = distribution.java(home);
    command.addAll(List.of("start", "--optimized"));
    command.addAll(options("127.0.0.1"));
    return new Launch(command, environment("127.0.0.1:" + ports.of(Port.POSTGRES_MAIN)), realm);
  }

  /** It listens on the same ports inside and outside, for its address is part of every token. */
  @Override
  public ContainerLaunch inContainer() {
    List<String> command = new ArrayList<>(List.of("start"));
    command.addAll(KeycloakDistribution.BUILD_OPTIONS);
    command.addAll(options("0.0.0.0"));
    int port = ports.of(Port.KEYCLOAK);
    int management = ports.of(Port.KEYCLOAK_MANAGEMENT);
    return new ContainerLaunch(
        "keycloak",
        command,
        environment(PostgresCluster.addressInContainer(Port.POSTGRES_MAIN)),
        Map.of("/opt/keycloak/data/import/crossborough-realm.json", realm),
        Map.of(port, port, management, management));
  }

  private List<String> options(String host) {
    return List.of(
        // Without it a start waits for cluster members that are long gone.
        "--cache=local",
        "--import-realm",
        // Whoever waits for it shall not be told that it listens before it can answer.
        "--server-async-bootstrap=false",
        "--http-enabled=true",
        "--http-host=" + host,
        "--http-port=" + ports.of(Port.KEYCLOAK),
        "--hostname=http://localhost:" + ports.of(Port.KEYCLOAK),
        "--http-management-host=" + host,
        "--http-management-port=" + ports.of(Port.KEYCLOAK_MANAGEMENT),
        "--db-pool-max-size=10",
        // It is asked ten times a second whether it is ready, and would note every no.
        "--log-level=info,io.smallrye.health:error");
  }

  private Map<String, String> environment(String database) {
    return Map.of(
        "KC_DB_URL",
        "jdbc:postgresql://" + database + "/keycloak",
        "KC_DB_USERNAME",
        "keycloak",
        "KC_DB_PASSWORD",
        passwords.ofDatabaseRole("keycloak"),
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        passwords.ofKeycloakAdmin());
  }

  @Override
  public boolean answers() {
    URI ready =
        URI.create("http://127.0.0.1:" + ports.of(Port.KEYCLOAK_MANAGEMENT) + "/health/ready");
    return Probe.answersOk(ready) && Probe.answersOk(URI.create(ports.issuer()));
  }

  @Override
  public void settle() {
    Properties imported = new Properties();
    imported.setProperty("imported", Fingerprint.of(realm));
    state.writeProperties(importRecord(), imported);
  }

  @Override
  public Duration startPatience() {
    return Duration.ofMinutes(4);
  }

  /** Says that another state's realm, copied with its database, is this one's. */
  public void adoptRealm() {
    settle();
  }

  private Path importRecord() {
    return state.root().resolve("run/realm.properties");
  }
}
