package org.crossborough.platform.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Service;

/** One more process of the gateway, as a second machine would run it: same services, same store. */
final class GatewayProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://127[0-9.]+:\\d+)");

  private final Process process;
  private final Path log;
  private final String url;

  private GatewayProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.url = await().atMost(START).until(this::address, Optional::isPresent).orElseThrow();
  }

  /** Starts on a free port, with settings that the platform's own gateway has not. */
  static GatewayProcess beside(RunningPlatform platform, Map<String, String> settings)
      throws IOException {
    Path log = Files.createTempFile("gateway", ".log");
    List<String> command = new ArrayList<>(List.of(Installation.java(), "-Xmx128m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", Installation.find().runnerOf(Service.GATEWAY).toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.putAll(platform.environmentOf("gateway"));
    environment.putAll(platform.certificates().ofGateway());
    for (Service service : Service.values()) {
      if (service.keepsState()) {
        environment.put(
            service.name().toUpperCase(Locale.ROOT) + "_URL", platform.urlOf(service.module()));
      }
    }
    environment.put("HTTP_PORT", "0");
    return new GatewayProcess(builder.start(), log);
  }

  String url() {
    return url;
  }

  /** Tells it to end, as whoever runs it would: SIGTERM. */
  void tellToStop() {
    process.destroy();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  private Optional<String> address() {
    String said = said();
    if (!process.isAlive()) {
      throw new IllegalStateException("The gateway ended while starting:\n" + said);
    }
    return Optional.of(ADDRESS.matcher(said)).filter(Matcher::find).map(found -> found.group(1));
  }

  private String said() {
    try {
      return Files.readString(log, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    Process _ = process.onExit().join();
    Files.delete(log);
  }
}
