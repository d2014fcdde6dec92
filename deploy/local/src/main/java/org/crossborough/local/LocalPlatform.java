package org.crossborough.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.crossborough.local.container.ContainerServers;
import org.crossborough.local.keycloak.BoroughClient;
import org.crossborough.local.keycloak.DemoTokens;
import org.crossborough.local.keycloak.KeycloakAdmin;
import org.crossborough.local.process.ProcessIdentity;
import org.crossborough.local.process.Progress;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.state.StateLock;

/** The command line of the local platform. */
public final class LocalPlatform {

  private static final String USAGE =
      """
      prepare               once per build: what every first start would do alike
      up                    start everything, or what is missing; print where it is
      down                  stop everything, keep the data
      status                what runs, where, with how much memory
      urls                  the addresses
      token NAME            an access token of a demo role, user or client
      borough-client NAME GSS  a client with a key of its own for a borough's system
      clean-state           stop everything and forget the data
      as SERVICE COMMAND    run COMMAND in place of a service, with its environment
      infra                 the servers without the services, for tests
      recreate SERVICE      empty the databases of a service
      empty-topics          empty all topics
      point-front-end URL   where the gateway hears that a session is over
      sign-out USER         end every session of a user
      rotate-signing-key    sign tokens with a new key from now on

      --state DIR           the platform's folder (default: .state)
      --as FORM             infra: processes (default) or testcontainers
      --until-exit PID      infra: stop when that process ends
      """;

  private final CommandLine line;
  private final PrintStream out;
  private final Progress progress;
  private final Seed seed = new Seed(Installation.find());

  private LocalPlatform(CommandLine line, PrintStream out) {
    this.line = line;
    this.out = out;
    this.progress = new Progress(out);
  }

  public static void main(String[] arguments) {
    try {
      System.exit(new LocalPlatform(CommandLine.parse(arguments), System.out).run());
    } catch (RuntimeException e) {
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      System.err.println();
      System.err.println("Failed: " + cause.getMessage());
      System.exit(1);
    }
  }

  private int run() {
    switch (line.command()) {
      case "prepare" -> seed.prepare(progress);
      case "up" -> up();
      case "down" -> down();
      case "status" -> new StatusReport(state()).print(out);
      case "urls" -> new Welcome(state()).printUrls(out);
      case "token" -> out.println(token());
      case "borough-client" -> boroughClient();
      case "clean-state" -> cleanState();
      case "as" -> {
        return runAs(Service.named(line.operand("a service")));
      }
      case "infra" -> {
        switch (line.form()) {
          case PROCESSES -> infrastructure();
          case TESTCONTAINERS -> containers();
        }
      }
      case "recreate" ->
          Platform.remembered(state(), progress)
              .recreateDatabasesOf(Service.named(line.operand("a service")));
      case "point-front-end" -> admin().pointFrontEndTo(line.operand("the gateway's address"));
      case "sign-out" -> admin().signOut(line.operand("a user"));
      case "rotate-signing-key" -> admin().rotateSigningKey();
      case "empty-topics" -> Platform.remembered(state(), progress).emptyTopics();
      default -> {
        out.print(USAGE);
        return line.command().equals("help") ? 0 : 2;
      }
    }
    return 0;
  }

  private void up() {
    long start = System.nanoTime();
    StateFolder state = state();
    try (var _ = lock(state)) {
      seed.plant(state, progress);
      Platform.settled(state, true, progress).start();
    }
    new Welcome(state).print(out, (System.nanoTime() - start) / 1e9);
  }

  private void down() {
    if (Files.exists(line.state())) {
      StateFolder state = state();
      try (var _ = lock(state)) {
        Platform.remembered(state, progress).stop();
      }
    }
  }

  private void cleanState() {
    down();
    FileTree.delete(line.state());
  }

  private void infrastructure() {
    StateFolder state = state();
    try (var _ = lock(state)) {
      line.untilExit().ifPresent(pid -> own(state, pid));
      seed.plant(state, progress);
      Platform platform = Platform.settled(state, false, progress);
      platform.forgetEndpoints();
      platform.startServers();
    }
    line.untilExit().ifPresent(pid -> stopAfter(state, pid));
  }

  /** Containers do not outlive the command that started them, however it ends. */
  private void containers() {
    StateFolder state = state();
    try (ContainerServers containers = ContainerServers.onThisMachine(progress)) {
      try (var _ = lock(state)) {
        line.untilExit().ifPresent(pid -> own(state, pid));
        Platform platform = Platform.settled(state, false, progress);
        platform.forgetEndpoints();
        platform.startServers(containers);
      }
      line.untilExit().ifPresentOrElse(LocalPlatform::awaitExit, LocalPlatform::awaitSignal);
      Platform.remembered(state, progress).forgetEndpoints();
    }
  }

  private static void own(StateFolder state, long pid) {
    ProcessHandle owner =
        ProcessHandle.of(pid)
            .orElseThrow(() -> new IllegalArgumentException("No process has the number " + pid));
    state.writePrivately(state.owner(), ProcessIdentity.of(owner).toString());
  }

  private static void awaitExit(long pid) {
    ProcessHandle.of(pid).ifPresent(owner -> owner.onExit().join());
  }

  private static void awaitSignal() {
    new CompletableFuture<Void>().join();
  }

  private void stopAfter(StateFolder state, long pid) {
    awaitExit(pid);
    try (var _ = lock(state)) {
      Platform.remembered(state, progress).stop();
    }
  }

  private String token() {
    Ports ports = Ports.remembered(state());
    DemoTokens tokens = new DemoTokens(ports.issuer());
    String name = line.operand("a role, a user or a client");
    return BoroughClient.kept(name, state())
        .map(client -> tokens.ofKey(name, client.assertion(state(), ports.issuer(), Instant.now())))
        .orElseGet(() -> tokens.of(name));
  }

  private KeycloakAdmin admin() {
    StateFolder state = state();
    return new KeycloakAdmin(Ports.remembered(state), Passwords.remembered(state));
  }

  private void boroughClient() {
    if (line.words().size() != 3) {
      throw new IllegalArgumentException("borough-client needs a name and a GSS code");
    }
    StateFolder state = state();
    Ports ports = Ports.remembered(state);
    BoroughClient client = BoroughClient.named(line.words().get(1), line.words().get(2));
    Path key = client.onboard(state, admin());
    out.printf("Client             %s, for borough %s%n", client.id(), client.gss());
    out.printf("Private key        %s%n", key);
    out.printf("Token endpoint     %s/protocol/openid-connect/token%n", ports.issuer());
    out.printf("A token            make -s token ROLE=%s%n", client.id());
  }

  private int runAs(Service service) {
    Platform platform = Platform.remembered(state(), new Progress(System.err));
    platform.stop(service);
    List<String> command = line.words().subList(2, line.words().size());
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(platform.service(service).environment());
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private StateFolder state() {
    return StateFolder.at(line.state());
  }

  private StateLock lock(StateFolder state) {
    return StateLock.acquire(
        state.root().resolve("run/lock"),
        () -> progress.say(state.root().toString(), "is busy, waiting for the other command"));
  }
}
