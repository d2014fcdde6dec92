package org.crossborough.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page on which a run's figures are kept, between its two marks. */
record Report(Path page) {

  private static final String BEGIN = "<!-- measured by make bench -->\n";
  private static final String END = "<!-- end of what was measured -->\n";
  static final String HEAD =
      """
      | what | size | per second | × baseline | p50 ms | p95 ms | p99 ms | processor ms each | load |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | ---: |
      """;

  /** Replaces the figures of the run before. */
  void write(Load load, List<Row> rows) {
    try {
      String text = Files.readString(page);
      int begin = text.indexOf(BEGIN) + BEGIN.length();
      int end = text.indexOf(END);
      if (begin < BEGIN.length() || end < begin) {
        throw new IllegalStateException(page + " has lost its marks");
      }
      String lines = rows.stream().map(row -> row.markdown() + "\n").collect(Collectors.joining());
      Files.writeString(
          page,
          text.substring(0, begin) + circumstances(load) + HEAD + lines + text.substring(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String circumstances(Load load) throws IOException {
    return "%s, commit %s, %s, %d processors, %d GiB, %d callers, %d s after %d s of warming up.%n%n"
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            commit(),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            memory(),
            load.callers(),
            load.counted().toSeconds(),
            load.warmUp().toSeconds());
  }

  private static String commit() throws IOException {
    Process git =
        new ProcessBuilder("git", "describe", "--always", "--dirty")
            .redirectErrorStream(true)
            .start();
    return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String processor() {
    return value(Path.of("/proc/cpuinfo"), "model name").replaceAll("\\s+", " ");
  }

  private static long memory() {
    String kilobytes = value(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", "");
    return kilobytes.matches("\\d+") ? Math.round(Long.parseLong(kilobytes) / 1048576.0) : 0;
  }

  /** Of a machine that tells such things in files; elsewhere the operating system's name. */
  private static String value(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException absent) {
      return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
  }
}
