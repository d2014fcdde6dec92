package org.crossborough.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** The resident memory of a process and of everything it started. */
public final class ProcessMemory {

  private ProcessMemory() {}

  /** Shared pages are counted once per process tree; 0 where the system does not tell. */
  public static long megabytesOf(ProcessHandle process) {
    long kilobytes =
        Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(ProcessMemory::kilobytesOf)
            .sum();
    return Math.round(kilobytes / 1024.0);
  }

  private static long kilobytesOf(ProcessHandle process) {
    Path folder = Path.of("/proc", Long.toString(process.pid()));
    try {
      return field(Files.readString(folder.resolve("smaps_rollup")), "Pss:");
    } catch (IOException shareUnknown) {
      return residentSize(folder);
    }
  }

  private static long residentSize(Path folder) {
    try {
      return field(Files.readString(folder.resolve("status")), "VmRSS:");
    } catch (IOException endedOrOtherSystem) {
      return 0;
    }
  }

  private static long field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .flatMap(line -> Arrays.stream(line.split("\\s+")).skip(1).limit(1))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
