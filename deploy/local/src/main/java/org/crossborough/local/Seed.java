package org.crossborough.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.local.keycloak.KeycloakServer;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.Progress;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.state.StateLock;

/**
 * What every first start would do alike, done once with the build: clusters initialised, the
 * identity provider's hundred tables created and the realm imported, by the same code as ever. A
 * new state folder begins with a copy, under passwords of its own; all that the states of one
 * source tree share is the realm's signing keys and the identity provider's first administrator.
 *
 * <p>A seed that fits no more is left alone: a first start then does all of it itself.
 */
final class Seed {

  private final Installation installation;
  private final Path folder;

  Seed(Installation installation) {
    this(installation, installation.target().resolve("seed"));
  }

  Seed(Installation installation, Path folder) {
    this.installation = installation;
    this.folder = folder;
  }

  /** Makes it, unless there is one that fits. */
  void prepare(Progress progress) {
    StateFolder state = StateFolder.at(folder);
    try (var _ = lock()) {
      keycloak(state).build();
      if (!fits()) {
        make(state, progress);
      }
    }
  }

  private void make(StateFolder state, Progress progress) {
    progress.say("first start", "is being prepared");
    Platform.remembered(state, progress).stop();
    FileTree.delete(folder);
    Platform platform = Platform.settled(StateFolder.at(folder), false, progress);
    platform.startIdentityProvider();
    platform.stop();
    state.writePrivately(label(), revision());
  }

  /** Gives a state without data a beginning; any other is left alone. */
  void plant(StateFolder state, Progress progress) {
    Passwords passwords = Passwords.complete(state);
    List<PostgresCluster> clusters = clusters(state);
    if (clusters.stream().anyMatch(PostgresCluster::exists)) {
      return;
    }
    try (var _ = lock()) {
      if (fits()) {
        progress.say("first start", "begins with what the build has prepared");
        StateFolder seed = new StateFolder(folder);
        passwords.adoptKeycloakAdmin(Passwords.remembered(seed));
        clusters.parallelStream().forEach(cluster -> cluster.adopt(seed));
        keycloak(state).adoptRealm();
      }
    }
  }

  private boolean fits() {
    try {
      return Files.exists(label()) && Files.readString(label()).equals(revision());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String revision() {
    return keycloak(new StateFolder(folder)).revision() + " " + PostgresCluster.revision();
  }

  private Path label() {
    return folder.resolve("revision");
  }

  private StateLock lock() {
    return StateLock.acquire(folder.resolveSibling("seed.lock"), () -> {});
  }

  private KeycloakServer keycloak(StateFolder state) {
    return new KeycloakServer(installation, state, () -> {});
  }

  private List<PostgresCluster> clusters(StateFolder state) {
    return Stream.of(Port.POSTGRES_MAIN, Port.POSTGRES_SAFETY)
        .map(port -> new PostgresCluster(port, installation, state, true))
        .toList();
  }
}
