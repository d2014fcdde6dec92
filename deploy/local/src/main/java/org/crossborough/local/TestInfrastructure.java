package org.crossborough.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Probe;
import org.crossborough.local.process.ProcessIdentity;
import org.crossborough.local.process.StopSignal;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.ServiceEnvironment;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.state.StateLock;

/**
 * Real PostgreSQL, Kafka and Keycloak for tests: started once for a module's test process. Test
 * processes that run at the same time, of one build or of several, get servers of their own: topics
 * are emptied at a beginning, and one module's events are nothing to another's tests. Needs nothing
 * but the JDK on the class path; the servers' own jars are used by child processes.
 *
 * <p>The system property {@code crossborough.test-infrastructure} names a folder to use instead of
 * one below the build folder; whoever names the same folder shares its servers. With {@code
 * crossborough.infrastructure=testcontainers} the servers are containers.
 */
public final class TestInfrastructure {

  private static final String FOLDER = "crossborough.test-infrastructure";

  /** Keeps the servers, and ends them when the test process ends. */
  private static final String KEEPER = "infrastructure";

  /** The very first start optimises the identity provider and creates its tables. */
  private static final Duration START_PATIENCE = Duration.ofMinutes(6);

  private static final int RUNS_AT_ONCE = 9;
  private static final List<Port> SERVERS =
      List.of(Port.POSTGRES_MAIN, Port.POSTGRES_SAFETY, Port.KAFKA, Port.KEYCLOAK);

  private final StateFolder state;
  private final ServerForm form;
  private final Launcher launcher;

  private TestInfrastructure(Installation installation, StateFolder state, ServerForm form) {
    this.state = state;
    this.form = form;
    this.launcher = new Launcher(installation, state);
  }

  /** The servers of this test process, started if they are not running. */
  public static TestInfrastructure shared() {
    Installation installation = Installation.find();
    Path folder = installation.target().resolve("test-infrastructure");
    ServerForm form = ServerForm.chosen(System.getProperty(ServerForm.PROPERTY));
    try (var _ = StateLock.acquire(folder.resolve("lock"), () -> {})) {
      StateFolder state =
          Optional.ofNullable(System.getProperty(FOLDER))
              .map(named -> StateFolder.at(Path.of(named)))
              .orElseGet(() -> ownOrFreeIn(folder, form.folderPrefix()));
      TestInfrastructure infrastructure = new TestInfrastructure(installation, state, form);
      infrastructure.startUnlessRunning();
      return infrastructure;
    }
  }

  /** Ours if we have one already, for one that began earlier may have ended since. */
  private static StateFolder ownOrFreeIn(Path folder, String prefix) {
    List<StateFolder> candidates =
        IntStream.rangeClosed(1, RUNS_AT_ONCE)
            .mapToObj(number -> new StateFolder(folder.resolve(prefix + number)))
            .toList();
    Optional<ProcessHandle> ourselves = Optional.of(ProcessHandle.current());
    return candidates.stream()
        .filter(state -> liveOwner(state).equals(ourselves))
        .findFirst()
        .or(() -> candidates.stream().filter(state -> liveOwner(state).isEmpty()).findFirst())
        .map(state -> StateFolder.at(state.root()))
        .orElseThrow(() -> new IllegalStateException("Too many test processes use " + folder));
  }

  private static Optional<ProcessHandle> liveOwner(StateFolder state) {
    try {
      return Files.exists(state.owner())
          ? ProcessIdentity.parse(Files.readString(state.owner())).find()
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startUnlessRunning() {
    DetachedProcess keeper = new DetachedProcess(state, KEEPER);
    if (liveOwner(state).isPresent() && keeper.isRunning() && isReady()) {
      return;
    }
    // A keeper may be about to stop the servers of an earlier process: from here on it must not.
    keeper.stop(StopSignal.TERMINATE, Duration.ofSeconds(10));
    deleteEndpoints();
    state.writePrivately(state.owner(), ProcessIdentity.of(ProcessHandle.current()).toString());
    String owner = Long.toString(ProcessHandle.current().pid());
    keeper.start(
        launcher.launch(
            form.environment(System.getenv()),
            "infra",
            "--as",
            form.word(),
            "--until-exit",
            owner));
    awaitReady(keeper);
  }

  private void deleteEndpoints() {
    try {
      Files.deleteIfExists(state.endpoints());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isReady() {
    return Files.exists(state.endpoints())
        && SERVERS.stream().map(ports()::of).allMatch(Probe::listens);
  }

  private void awaitReady(DetachedProcess keeper) {
    long end = System.nanoTime() + START_PATIENCE.toNanos();
    while (!Files.exists(state.endpoints())) {
      if (!keeper.isRunning() || System.nanoTime() > end) {
        throw new IllegalStateException(
            "The test infrastructure did not start; its log: "
                + keeper.log()
                + System.lineSeparator()
                + String.join(System.lineSeparator(), keeper.lastLines(30)));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /** The variables a service is started with, except its own port. */
  public Map<String, String> environmentOf(String service) {
    return environment().of(Service.named(service));
  }

  /** The variables with which any principal would reach the broker, allowed or not. */
  public Map<String, String> kafkaCredentialsOf(String principal) {
    return environment().kafka(principal);
  }

  /** Drops and creates the service's databases: empty, with the same roles and grants. */
  public void freshDatabase(String service) {
    launcher.run(line -> {}, "recreate", Service.named(service).shortName());
  }

  /** Empties every topic, and forgets how far any consumer had read. */
  public void freshTopics() {
    launcher.run(line -> {}, "empty-topics");
  }

  /** An access token of a demo user, machine client or role. */
  public String tokenOf(String userOrClient) {
    return new DemoTokens(issuer()).of(userOrClient);
  }

  /** An access token of a demo user who signs in through another client than usual. */
  public String tokenOf(String user, String client) {
    return new DemoTokens(issuer()).of(user, client);
  }

  public String issuer() {
    return ports().issuer();
  }

  /** Tells the identity provider where the gateway under test hears that a session is over. */
  public void pointFrontEndTo(String gateway) {
    launcher.run(line -> {}, "point-front-end", gateway);
  }

  /** Ends every session of a demo user, as an administrator of the identity provider would. */
  public void signOutEverywhere(String user) {
    launcher.run(line -> {}, "sign-out", user);
  }

  /** Has the identity provider sign with a new key; those before still verify. */
  public void rotateSigningKey() {
    launcher.run(line -> {}, "rotate-signing-key");
  }

  /** Where the servers keep their data and logs. */
  public Path folder() {
    return state.root();
  }

  /** The logs of the servers, for a test that searches them. */
  public Stream<Path> logs() {
    return DetachedProcess.all(state).stream().map(DetachedProcess::log).filter(Files::exists);
  }

  private ServiceEnvironment environment() {
    return new ServiceEnvironment(state, ports(), Passwords.remembered(state));
  }

  private Ports ports() {
    return Ports.remembered(state);
  }
}
