package org.crossborough.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;

/**
 * How much processor time the platform's processes take. Rates fall when the machine is busy with
 * something else; this hardly changes, and says which process a request is spent in.
 */
final class Meter {

  private final RunningPlatform platform;
  private final List<String> processes;
  private Map<String, Duration> begun = Map.of();
  private Map<String, Duration> ended = Map.of();

  Meter(RunningPlatform platform, List<String> processes) {
    this.platform = platform;
    this.processes = processes;
  }

  void begin() {
    begun = taken();
  }

  void end() {
    ended = taken();
  }

  /** Milliseconds for each of so many requests, process by process. */
  String each(double requests) {
    return processes.stream()
        .map(process -> "%.1f".formatted(between(process).toNanos() / 1e6 / requests))
        .collect(Collectors.joining(" + "));
  }

  private Duration between(String process) {
    return Objects.requireNonNull(ended.get(process))
        .minus(Objects.requireNonNull(begun.get(process)));
  }

  private Map<String, Duration> taken() {
    Map<String, Duration> taken = new LinkedHashMap<>();
    processes.forEach(process -> taken.put(process, taken(platform.pidOf(process))));
    return taken;
  }

  /** Of a process and those it has started: a database works in as many as it has callers. */
  private static Duration taken(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
