package org.crossborough.local;

import java.util.stream.Stream;
import org.crossborough.local.process.ProcessIdentity;

/** The build or development environment that the running tests belong to. */
final class TestRun {

  private TestRun() {}

  /** The topmost Java above us: Maven rather than the process it forked for one module's tests. */
  static ProcessHandle process() {
    return Stream.iterate(
            ProcessHandle.current(),
            process -> process.parent().isPresent(),
            process -> process.parent().orElseThrow())
        .filter(TestRun::isJava)
        .reduce(ProcessHandle.current(), (lower, higher) -> higher);
  }

  static ProcessIdentity identity() {
    return ProcessIdentity.of(process());
  }

  private static boolean isJava(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("java")).isPresent();
  }
}
