package org.crossborough.platform.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.process.Probe;
import org.crossborough.platform.driver.Patience;
import org.jspecify.annotations.Nullable;

/**
 * Starts a service again with a wall clock that can be stepped; clocks that measure go on as they
 * are. By libfaketime, whose library the environment variable {@code FAKETIME_LIBRARY} names.
 */
final class SteppedClock {

  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final RunningPlatform platform;
  private final Patience patience = new Patience(LONGEST_START, _ -> {});
  private @Nullable Process service;

  SteppedClock(RunningPlatform platform) {
    this.platform = platform;
  }

  /** So many seconds from the true time, from now on. */
  void step(int seconds) {
    try {
      Files.writeString(offset(), "%+d".formatted(seconds));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The service as it runs, with such a clock in place of the machine's. */
  void start(Fault fault) {
    String library = System.getenv("FAKETIME_LIBRARY");
    if (library == null) {
      throw new IllegalStateException("FAKETIME_LIBRARY does not name the library of libfaketime");
    }
    Path running = Path.of("/proc", Long.toString(platform.pidOf(fault.process())));
    List<String> command = words(running.resolve("cmdline"));
    Map<String, String> environment =
        words(running.resolve("environ")).stream()
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    platform.kill9(fault.process());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(platform.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(platform.folder().resolve("logs/stepped-clock.log").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "LD_PRELOAD",
                library,
                "FAKETIME_TIMESTAMP_FILE",
                offset().toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1"));
    try {
      service = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when it answers. */
  void awaitReady(Fault fault) {
    URI ready = URI.create(platform.managementUrlOf(fault.process()) + "/q/health/ready");
    patience.until(fault.process() + " under its own clock", () -> Probe.answersOk(ready));
  }

  /** Ends it; {@code make up} starts one with the clock of the machine. */
  void end() {
    Process running = service;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  private Path offset() {
    return platform.folder().resolve("run/clock");
  }

  private static List<String> words(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new ArrayList<>(
          Stream.of(text.split("\0", -1)).filter(one -> !one.isEmpty()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
