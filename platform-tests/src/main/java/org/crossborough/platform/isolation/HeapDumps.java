package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.local.RunningPlatform;

/** The memory of processes at one moment. */
final class HeapDumps implements AutoCloseable {

  private final RunningPlatform platform;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  HeapDumps(RunningPlatform platform) {
    this.platform = platform;
    this.folder = temporary();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("isolation-heaps");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All memory of a Java process, what nobody refers to any more included. */
  Place of(String process) {
    return dumped("heap: " + process, process, "-all");
  }

  /** What a Java process still refers to. */
  Place keptBy(String process) {
    return dumped("heap: " + process + ", what it keeps", process, "-all=false");
  }

  private Place dumped(String name, String process, String option) {
    Path file = folder.resolve(files.size() + ".hprof");
    files.add(file);
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command =
        List.of(
            jcmd.toString(),
            Long.toString(platform.pidOf(process)),
            "GC.heap_dump",
            option,
            file.toString());
    try {
      Process dump =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (dump.waitFor() != 0 || !Files.exists(file)) {
        throw new IllegalStateException("No heap dump of " + process);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return new Place.Files(name, List.of(file));
  }

  @Override
  public void close() {
    try {
      for (Path file : files) {
        boolean _ = Files.deleteIfExists(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
