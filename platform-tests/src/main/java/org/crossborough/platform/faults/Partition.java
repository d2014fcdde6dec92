package org.crossborough.platform.faults;

import java.util.List;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/**
 * Cuts a server off: packets to its port are dropped, so that it runs and hears nobody, and nobody
 * is told so. By the packet filter of the machine, which only its administrator may set.
 */
final class Partition {

  private final StateFolder state;

  Partition(RunningPlatform platform) {
    this.state = new StateFolder(platform.folder());
  }

  void cut(Fault fault) {
    // A filter outlives the program that set it.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> undo(fault)));
    if (filter("--insert", fault) != 0) {
      throw new IllegalStateException("iptables sets no filter; it needs an administrator");
    }
  }

  /** Whether there is a filter or not. */
  private void undo(Fault fault) {
    int _ = filter("--delete", fault);
  }

  void mend(Fault fault) {
    if (filter("--delete", fault) != 0) {
      throw new IllegalStateException("iptables does not take its filter back");
    }
  }

  private int filter(String change, Fault fault) {
    return Signals.exitOf(
        List.of(
            "iptables",
            change,
            "INPUT",
            "--in-interface",
            "lo",
            "--protocol",
            "tcp",
            "--dport",
            Integer.toString(Ports.remembered(state).of(portOf(fault))),
            "--jump",
            "DROP"));
  }

  /** The first port of a process is the one that it serves at. */
  private static Port portOf(Fault fault) {
    return Stream.of(Port.values())
        .filter(port -> port.process().equals(fault.process()))
        .findFirst()
        .orElseThrow();
  }
}
