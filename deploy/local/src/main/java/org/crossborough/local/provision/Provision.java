package org.crossborough.local.provision;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.crossborough.local.kafka.ForeignBroker;
import org.crossborough.local.keycloak.ForeignRealm;
import org.crossborough.local.postgres.ForeignCluster;
import org.crossborough.local.state.Port;

/**
 * Gives servers that somebody else runs what the services need: databases and roles, topics and
 * permissions, the realm. Each step is done by a process of its own that knows one server. A step
 * may be repeated and may be killed: it looks at what is there and adds what is missing.
 */
public final class Provision {

  /** A server that was started together with us needs a while. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private static final String USAGE =
      """
      Usage: Provision STEP SETTINGS-FILE

      main-databases     postgres.url, postgres.username, postgres.password, role.<role>
      safety-databases   the same
      topics             kafka.bootstrap.servers and other client settings, principal.<name>, topics.replicas
      realm              keycloak.url, keycloak.username, keycloak.password, realm.folder, realm.demo-identities
      """;

  private Provision() {}

  public static void main(String[] words) {
    if (words.length != 2) {
      System.err.print(USAGE);
      System.exit(2);
    }
    try {
      Settings settings = Settings.in(Path.of(words[1]));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!isDone(words[0], settings, end)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      System.out.println(words[0] + ": all there");
    } catch (RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      System.err.println(words[0] + " failed: " + e.getMessage() + " (" + cause.getClass() + ")");
      System.exit(1);
    }
  }

  /** A refusal may be that of a server which is still starting; the last one is reported. */
  private static boolean isDone(String step, Settings settings, long end) {
    try {
      run(step, settings);
      return true;
    } catch (IllegalStateException notYet) {
      if (System.nanoTime() > end) {
        throw notYet;
      }
      return false;
    }
  }

  static void run(String step, Settings settings) {
    switch (step) {
      case "main-databases" -> databases(Port.POSTGRES_MAIN, settings);
      case "safety-databases" -> databases(Port.POSTGRES_SAFETY, settings);
      case "topics" ->
          new ForeignBroker(settings.below("kafka."))
              .settle(
                  settings.below("principal."), Short.parseShort(settings.of("topics.replicas")));
      case "realm" ->
          new ForeignRealm(
                  URI.create(settings.of("keycloak.url")), Path.of(settings.of("realm.folder")))
              .settle(
                  settings.of("keycloak.username"),
                  settings.of("keycloak.password"),
                  Boolean.parseBoolean(settings.of("realm.demo-identities", "false")));
      default ->
          throw new IllegalArgumentException(
              "there are " + List.of("main-databases", "safety-databases", "topics", "realm"));
    }
  }

  private static void databases(Port cluster, Settings settings) {
    new ForeignCluster(
            settings.of("postgres.url"),
            settings.of("postgres.username"),
            settings.of("postgres.password"))
        .settle(cluster, settings.below("role."));
  }
}
