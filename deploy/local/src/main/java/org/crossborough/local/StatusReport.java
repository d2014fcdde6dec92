package org.crossborough.local;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Probe;
import org.crossborough.local.process.ProcessMemory;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** What runs, where, and how much memory it takes. */
final class StatusReport {

  private static final String ROW = "%-18s %-12s %-8s %-14s %8s%n";

  private final StateFolder state;
  private final Ports ports;

  StatusReport(StateFolder state) {
    this.state = state;
    this.ports = Ports.remembered(state);
  }

  void print(PrintStream out) {
    out.printf(ROW, "process", "port", "pid", "state", "memory");
    long total = 0;
    for (DetachedProcess process : DetachedProcess.all(state)) {
      Optional<ProcessHandle> running = process.find();
      long megabytes = running.map(ProcessMemory::megabytesOf).orElse(0L);
      total += megabytes;
      out.printf(
          ROW,
          process.name(),
          ports.isComplete() ? portsOf(process) : "-",
          running.map(handle -> Long.toString(handle.pid())).orElse("-"),
          running.map(handle -> condition(process)).orElse("stopped"),
          megabytes + " MB");
    }
    out.printf(ROW, "", "", "", "", total + " MB");
  }

  private String portsOf(DetachedProcess process) {
    return portsOn(process).map(String::valueOf).collect(Collectors.joining("+"));
  }

  private String condition(DetachedProcess process) {
    return portsOn(process).allMatch(Probe::listens) ? "running" : "not listening";
  }

  private Stream<Integer> portsOn(DetachedProcess process) {
    return Arrays.stream(Port.values())
        .filter(port -> port.process().equals(process.name()))
        .map(ports::of);
  }
}
