package org.crossborough.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.crossborough.local.container.ContainerServers;
import org.crossborough.local.kafka.KafkaBroker;
import org.crossborough.local.keycloak.KeycloakAdmin;
import org.crossborough.local.keycloak.KeycloakServer;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Progress;
import org.crossborough.local.process.Server;
import org.crossborough.local.process.Starter;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.tls.Certificates;

/** All servers and services of one state folder, in the order in which they need each other. */
final class Platform {

  private final StateFolder state;
  private final Starter starter;
  private final PostgresCluster mainCluster;
  private final PostgresCluster safetyCluster;
  private final KafkaBroker kafka;
  private final KeycloakServer keycloak;
  private final Installation installation;

  private Platform(StateFolder state, boolean durable, Progress progress) {
    this.installation = Installation.find();
    this.state = state;
    this.starter = new Starter(progress);
    this.mainCluster = new PostgresCluster(Port.POSTGRES_MAIN, installation, state, durable);
    this.safetyCluster = new PostgresCluster(Port.POSTGRES_SAFETY, installation, state, durable);
    this.kafka = new KafkaBroker(installation, state, durable);
    this.keycloak = new KeycloakServer(installation, state, () -> mainCluster.recreate("keycloak"));
  }

  /** As the folder remembers it. */
  static Platform remembered(StateFolder state, Progress progress) {
    return new Platform(state, true, progress);
  }

  /** With ports and passwords chosen; what runs keeps its own. */
  static Platform settled(StateFolder state, boolean durable, Progress progress) {
    Ports ports = settledPorts(state, durable);
    Passwords passwords = Passwords.complete(state);
    assert ports.isComplete() && !passwords.ofKeycloakAdmin().isEmpty();
    return new Platform(state, durable, progress);
  }

  private static Ports settledPorts(StateFolder state, boolean durable) {
    return Ports.settle(state, durable, name -> new DetachedProcess(state, name).isRunning());
  }

  /**
   * Starts everything; the services beside the slowest server, which they wait for by themselves.
   */
  void start() {
    inParallel(threads -> {
      CompletableFuture<Void> clusters = clusters(threads);
      CompletableFuture<Void> broker = ensure(kafka, threads);
      CompletableFuture<Void> identity = identityProviderAfter(clusters, threads);
      CompletableFuture<Void> pointed = identity.thenRunAsync(this::pointFrontEnd, threads);
      CompletableFuture<Void> certified =
          CompletableFuture.runAsync(
              new Certificates(state, Passwords.remembered(state))::ensure, threads);
      return CompletableFuture.allOf(
          pointed,
          clusters
              .thenCombine(certified, (_, _) -> state)
              .thenCombine(broker, (_, _) -> services())
              .thenAcceptAsync(
                  all ->
                      forEach(
                          all,
                          service ->
                              starter.ensure(service, () -> !identity.isCompletedExceptionally())),
                  threads));
    });
    announce();
  }

  /** The realm expects the gateway at its usual port. */
  private void pointFrontEnd() {
    Ports ports = Ports.remembered(state);
    if (ports.of(Port.GATEWAY) != Port.GATEWAY.usual()) {
      new KeycloakAdmin(ports, Passwords.remembered(state))
          .pointFrontEndTo(ports.url(Port.GATEWAY));
    }
  }

  /** Starts what services need, for tests that bring a service of their own. */
  void startServers() {
    inParallel(threads ->
        CompletableFuture.allOf(
            ensure(kafka, threads), identityProviderAfter(clusters(threads), threads)));
    announce();
  }

  /** The same servers as containers. */
  void startServers(ContainerServers containers) {
    if (mainCluster.exists() || kafka.process().isRunning()) {
      throw new IllegalStateException(
          state.root() + " is the folder of servers that are processes; name another");
    }
    inParallel(threads ->
        CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> containers.start(kafka), threads),
            CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> containers.start(safetyCluster), threads),
                    CompletableFuture.runAsync(() -> containers.start(mainCluster), threads))
                .thenRunAsync(() -> containers.start(keycloak), threads)));
    announce();
  }

  /** Starts what the identity provider needs, and itself. */
  void startIdentityProvider() {
    inParallel(threads -> identityProviderAfter(clusters(threads), threads));
  }

  private CompletableFuture<Void> clusters(ExecutorService threads) {
    return CompletableFuture.allOf(ensure(mainCluster, threads), ensure(safetyCluster, threads));
  }

  private CompletableFuture<Void> identityProviderAfter(
      CompletableFuture<Void> clusters, ExecutorService threads) {
    CompletableFuture<Void> built = CompletableFuture.runAsync(keycloak::build, threads);
    return clusters
        .thenCombine(built, (_, _) -> keycloak)
        .thenAcceptAsync(starter::ensure, threads);
  }

  void stop() {
    forgetEndpoints();
    forEach(services(), starter::stop);
    starter.stop(keycloak);
    starter.stop(kafka);
    forEach(List.of(mainCluster, safetyCluster), starter::stop);
  }

  ServiceProcess service(Service service) {
    return new ServiceProcess(service, installation, state);
  }

  private List<ServiceProcess> services() {
    return Stream.of(Service.values()).map(this::service).toList();
  }

  void stop(Service service) {
    starter.stop(service(service));
  }

  void recreateDatabasesOf(Service service) {
    if (service == Service.SAFETY) {
      safetyCluster.recreate("safety");
      safetyCluster.recreate("safety_keys");
    } else {
      mainCluster.recreate(service.shortName());
    }
  }

  void emptyTopics() {
    kafka.emptyTopics();
  }

  private CompletableFuture<Void> ensure(Server server, ExecutorService threads) {
    return CompletableFuture.runAsync(() -> starter.ensure(server), threads);
  }

  private static <S extends Server> void forEach(List<S> servers, Consumer<S> action) {
    inParallel(threads ->
        CompletableFuture.allOf(
            servers.stream()
                .map(server -> CompletableFuture.runAsync(() -> action.accept(server), threads))
                .toArray(CompletableFuture<?>[]::new)));
  }

  private static void inParallel(Function<ExecutorService, CompletableFuture<Void>> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      await(work.apply(threads));
    }
  }

  private static void await(CompletableFuture<Void> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private void announce() {
    Ports ports = Ports.remembered(state);
    Properties endpoints = new Properties();
    endpoints.setProperty("issuer", ports.issuer());
    endpoints.setProperty("kafka", "127.0.0.1:" + ports.of(Port.KAFKA));
    endpoints.setProperty("postgres-main", "127.0.0.1:" + ports.of(Port.POSTGRES_MAIN));
    endpoints.setProperty("postgres-safety", "127.0.0.1:" + ports.of(Port.POSTGRES_SAFETY));
    for (Service service : Service.values()) {
      endpoints.setProperty(service.module(), ports.url(service.management()));
    }
    state.writeProperties(state.endpoints(), endpoints);
  }

  void forgetEndpoints() {
    try {
      Files.deleteIfExists(state.endpoints());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
