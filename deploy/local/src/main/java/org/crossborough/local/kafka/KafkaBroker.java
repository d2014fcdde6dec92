package org.crossborough.local.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.crossborough.local.process.ContainableServer;
import org.crossborough.local.process.ContainerLaunch;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Launch;
import org.crossborough.local.process.Probe;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** The one-node broker: passwords for everybody, and nothing allowed that no table allows. */
public final class KafkaBroker implements ContainableServer {

  private static final String IN_CONTAINER = "/etc/crossborough/";

  private final Installation installation;
  private final StateFolder state;
  private final Ports ports;
  private final Passwords passwords;
  private final KafkaConfiguration configuration;

  public KafkaBroker(Installation installation, StateFolder state, boolean durable) {
    this.installation = installation;
    this.state = state;
    this.ports = Ports.remembered(state);
    this.passwords = Passwords.remembered(state);
    this.configuration = new KafkaConfiguration(state, ports, passwords, durable);
  }

  @Override
  public DetachedProcess process() {
    return new DetachedProcess(state, Port.KAFKA.process());
  }

  @Override
  public void prepare() {
    configuration.write();
    if (!Files.exists(configuration.data().resolve("meta.properties"))) {
      format();
    }
  }

  /** Without this the broker refuses to start; it also carries everybody's first password. */
  private void format() {
    List<String> command = java("-Xmx128m");
    command.add("kafka.tools.StorageTool");
    command.addAll(configuration.format(configuration.file().toString()));
    try {
      // What the tool prints contains everybody's keys, so it is kept only while it is of use.
      Path output = state.root().resolve("run/kafka-format.txt");
      state.writePrivately(output, "");
      Process format =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      if (format.waitFor() != 0) {
        throw new IllegalStateException("Formatting the broker failed; see " + output);
      }
      Files.delete(output);
      FileTree.sync(configuration.data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Launch launch() {
    List<String> command = java("-Xmx256m");
    command.addAll(List.of("kafka.Kafka", configuration.file().toString()));
    return new Launch(command, Map.of(), configuration.text());
  }

  /** It listens on the same port inside and outside, for it tells clients where to come back to. */
  @Override
  public ContainerLaunch inContainer() {
    String format =
        configuration.format(IN_CONTAINER + "broker.conf").stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    // What the formatting tool prints contains everybody's keys.
    String start =
        "/opt/kafka/bin/kafka-storage.sh %s > /dev/null || exit\nexec /opt/kafka/bin/kafka-server-start.sh %s\n"
            .formatted(format, IN_CONTAINER + "broker.conf");
    int port = ports.of(Port.KAFKA);
    return new ContainerLaunch(
        "kafka",
        List.of("sh", IN_CONTAINER + "start"),
        Map.of(
            "KAFKA_HEAP_OPTS",
            "-Xms64m -Xmx256m",
            "KAFKA_OPTS",
            "-Djava.security.auth.login.config=" + IN_CONTAINER + "login.conf"),
        Map.of(
            IN_CONTAINER + "broker.conf",
            configuration.text("0.0.0.0", "/tmp/kafka-data"),
            IN_CONTAINER + "login.conf",
            configuration.loginText(),
            IN_CONTAINER + "start",
            start),
        Map.of(port, port));
  }

  /** Only warnings are logged: at a lower level the formatting tool writes keys into its log. */
  private List<String> java(String heap) {
    return new ArrayList<>(
        List.of(
            Installation.java(),
            "-Xms64m",
            heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Djava.security.auth.login.config=" + configuration.login(),
            "-cp",
            installation.serverClassPath()));
  }

  @Override
  public boolean answers() {
    if (!Probe.listens(ports.of(Port.KAFKA))) {
      return false;
    }
    try (Admin admin = admin()) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void settle() {
    try (Admin admin = admin()) {
      new KafkaReconciliation(admin).reconcile();
    }
  }

  /** Empties every topic, and forgets how far anybody had read. */
  public void emptyTopics() {
    try (Admin admin = admin()) {
      new KafkaReconciliation(admin).startAfresh();
    }
  }

  private Admin admin() {
    return Admin.create(configuration.client("admin"));
  }
}
