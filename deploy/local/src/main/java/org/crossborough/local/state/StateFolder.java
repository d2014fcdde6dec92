package org.crossborough.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one folder that holds everything a platform has chosen, generated, stored or logged. */
public record StateFolder(Path root) {

  /** Creates the folder, readable by its owner only, unless it is there. */
  public static StateFolder at(Path root) {
    StateFolder state = new StateFolder(root.toAbsolutePath().normalize());
    Stream.of("", "data", "logs", "run").forEach(state::makePrivate);
    return state;
  }

  public Path data(String name) {
    return root.resolve("data").resolve(name);
  }

  public Path log(String process) {
    return root.resolve("logs").resolve(process + ".log");
  }

  public Path identity(String process) {
    return root.resolve("run").resolve(process + ".properties");
  }

  /** Written when the servers answer, absent before: its existence is the signal. */
  public Path endpoints() {
    return root.resolve("endpoints.properties");
  }

  /** Who the servers are kept running for; absent when they outlive everybody. */
  public Path owner() {
    return root.resolve("run/owner");
  }

  /** A folder below the root that only its owner may enter. */
  public Path privateFolder(String name) {
    makePrivate(name);
    return root.resolve(name);
  }

  private void makePrivate(String name) {
    try {
      Path folder = Files.createDirectories(root.resolve(name));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file in one step, so that a reader sees the old content or the new. */
  public void writePrivately(Path file, String content) {
    try {
      Path draft =
          Files.createTempFile(
              file.getParent(),
              ".draft",
              "",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, content);
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void writeProperties(Path file, Properties properties) {
    String lines =
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    writePrivately(file, lines);
  }

  /** Empty when the file is absent. */
  public Properties readProperties(Path file) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return properties;
  }
}
