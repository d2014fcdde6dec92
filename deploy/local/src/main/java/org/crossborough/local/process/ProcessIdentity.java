package org.crossborough.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process told apart from a later one that was given the same number. */
public record ProcessIdentity(long pid, Instant startedAt) {

  /** The system derives the instant from the time since boot, which moves when a clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  public static ProcessIdentity parse(String text) {
    String[] parts = text.strip().split(" ", 2);
    return new ProcessIdentity(Long.parseLong(parts[0]), Instant.parse(parts[1]));
  }

  /** The live process, if it is still this one. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process ->
            Duration.between(startedAt, of(process).startedAt()).abs().compareTo(TOLERANCE) < 0);
  }

  @Override
  public String toString() {
    return pid + " " + startedAt;
  }
}
