package org.crossborough.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Launch;
import org.crossborough.local.process.Probe;
import org.crossborough.local.process.Server;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.ServiceEnvironment;
import org.crossborough.local.state.StateFolder;
import org.crossborough.local.tls.Certificates;

/** One of the five services, run from its build. */
final class ServiceProcess implements Server {

  /** Names JVM options to use instead; a benchmark wants another compiler, for instance. */
  private static final String OPTIONS_OVERRIDE = "CROSSBOROUGH_JVM_OPTIONS";

  private static final String OPTIONS =
      "-Xms32m -Xmx160m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:MaxMetaspaceSize=192m";

  /** A service starts beside the identity provider, and is not ready before that answers. */
  private static final Duration IDENTITY_PROVIDER_PATIENCE = Duration.ofMinutes(4);

  private final Service service;
  private final Installation installation;
  private final StateFolder state;
  private final Ports ports;
  private final ServiceEnvironment environments;

  ServiceProcess(Service service, Installation installation, StateFolder state) {
    this.service = service;
    this.installation = installation;
    this.state = state;
    this.ports = Ports.remembered(state);
    this.environments = new ServiceEnvironment(state, ports, Passwords.remembered(state));
  }

  @Override
  public DetachedProcess process() {
    return new DetachedProcess(state, service.module());
  }

  @Override
  public void prepare() {
    Path runner = installation.runnerOf(service);
    if (!Files.exists(runner)) {
      throw new IllegalStateException(
          service.module() + " is not built: " + runner + " is missing. Run make -B build.");
    }
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(List.of(Installation.java()));
    command.addAll(List.of(jvmOptions().trim().split("\\s+")));
    command.addAll(List.of("-jar", installation.runnerOf(service).toString()));
    return new Launch(command, environment(), "built " + builtAt());
  }

  private static String jvmOptions() {
    return Optional.ofNullable(System.getenv(OPTIONS_OVERRIDE)).orElse(OPTIONS);
  }

  /** The contract of the platform, and whatever Quarkus setting the caller has exported. */
  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("QUARKUS_"))
        .forEach(variable -> environment.put(variable.getKey(), variable.getValue()));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("HTTP_PORT", Integer.toString(ports.of(service.port())));
    environment.put("QUARKUS_OIDC_CONNECTION_DELAY", IDENTITY_PROVIDER_PATIENCE.toString());
    environment.putAll(environments.of(service));
    environment.putAll(service == Service.GATEWAY ? door() : apiForTheGateway());
    return environment;
  }

  /** The public door speaks TLS, beside a plain port that listens on this machine only. */
  private Map<String, String> door() {
    Map<String, String> environment = new TreeMap<>(certificates().ofDoor());
    environment.putAll(certificates().ofGateway());
    environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(ports.of(Port.GATEWAY_TLS)));
    for (Service behind : Service.values()) {
      if (behind.keepsState()) {
        String name = behind.name();
        environment.put(name + "_URL", ports.secureUrl(behind.port()));
        environment.put("CROSSBOROUGH_GATEWAY_HEALTH_" + name, ports.url(behind.management()));
      }
    }
    return environment;
  }

  /** A service's own port takes the gateway's certificate; how it is, it says at another. */
  private Map<String, String> apiForTheGateway() {
    Map<String, String> environment = new TreeMap<>(certificates().ofServices());
    environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(ports.of(service.port())));
    environment.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.of(service.management())));
    return environment;
  }

  private Certificates certificates() {
    return new Certificates(state, Passwords.remembered(state));
  }

  /** A service runs from files that a new build replaces under it: it must start again then. */
  private String builtAt() {
    try {
      return Files.getLastModifiedTime(installation.runnerOf(service)).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Duration startPatience() {
    return IDENTITY_PROVIDER_PATIENCE.plusSeconds(90);
  }

  @Override
  public boolean answers() {
    return Probe.answersOk(URI.create(ports.url(service.management()) + "/q/health/ready"));
  }
}
