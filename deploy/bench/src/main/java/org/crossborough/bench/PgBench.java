package org.crossborough.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * PostgreSQL's own benchmark: the baseline, because nothing that commits can be faster than it.
 *
 * @param program where it is; it comes with a PostgreSQL installed on the machine
 */
record PgBench(Path program) {

  /** The one on the path, else the newest installed; empty when there is none. */
  static Optional<PgBench> find() {
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "pgbench"));
    return Stream.concat(onPath, Stream.of(Path.of("/usr/bin/pgbench")))
        .filter(Files::isExecutable)
        .findFirst()
        .map(PgBench::new);
  }

  /**
   * Runs a script with as many clients as the load has callers, for as long.
   *
   * @param variables each as {@code name=value}
   */
  Figures run(
      Load load,
      Database database,
      Login login,
      String script,
      List<String> variables,
      Meter meter) {
    try {
      Path folder = Files.createTempDirectory("crossborough-bench");
      Path file = Files.writeString(folder.resolve("script.sql"), script);
      int _ = start(load, load.warmUp(), database, login, file, variables, folder);
      for (Path log : logs(folder)) {
        Files.delete(log);
      }
      meter.begin();
      int refused = start(load, load.counted(), database, login, file, variables, folder);
      meter.end();
      return figures(folder, load.counted(), refused);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A database role. */
  record Login(String user, String password) {}

  private int start(
      Load load,
      Duration time,
      Database database,
      Login login,
      Path script,
      List<String> variables,
      Path folder)
      throws IOException {
    ArrayList<String> command =
        new ArrayList<>(List.of(program.toString(), "-h", "127.0.0.1", "-p", database.port()));
    command.addAll(List.of("-U", login.user(), "-n", "-M", "prepared", "-l", "-j", "1"));
    command.addAll(List.of("-c", "" + load.callers(), "-T", "" + time.toSeconds()));
    variables.forEach(variable -> command.addAll(List.of("-D", variable)));
    command.addAll(List.of("-f", script.toString(), database.name()));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", login.password());
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("pgbench failed:\n" + told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return told.contains("failed transactions: 0 ") ? 0 : 1;
  }

  private static List<Path> logs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("pgbench_log")).toList();
    }
  }

  /** Of each transaction, the third word of its line in the log is its time in microseconds. */
  private static Figures figures(Path folder, Duration time, int refused) throws IOException {
    LongStream.Builder times = LongStream.builder();
    for (Path log : logs(folder)) {
      try (Stream<String> lines = Files.lines(log)) {
        lines
            .map(line -> line.split(" "))
            .forEach(words -> times.add(Long.parseLong(words[2]) * 1000));
      }
    }
    return Figures.of(times.build().toArray(), time.toNanos() / 1e9, refused);
  }
}
