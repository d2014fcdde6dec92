package org.crossborough.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.StateLock;

/** The unpacked identity provider, optimised once for PostgreSQL and shared by every platform. */
final class KeycloakDistribution {

  /** What it is optimised for; a distribution that was not built is told so at every start. */
  static final List<String> BUILD_OPTIONS = List.of("--db=postgres", "--health-enabled=true");

  private final Path parent;

  KeycloakDistribution(Installation installation) {
    this.parent = installation.target().resolve("keycloak");
  }

  Path folder() {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No distribution in " + parent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes half a minute the first time; a start without it would take it every time. */
  void build(Path log) {
    Path built = folder().resolve(".built");
    try (var _ = StateLock.acquire(parent.resolve("build.lock"), () -> {})) {
      if (isBuilt(built)) {
        return;
      }
      List<String> command = java(folder());
      command.add("build");
      command.addAll(BUILD_OPTIONS);
      Process build =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (build.waitFor() != 0) {
        throw new IllegalStateException("keycloak build failed; its log: " + log);
      }
      Files.writeString(built, optimised());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A distribution unpacked again over its build is not built any more. */
  private boolean isBuilt(Path marker) throws IOException {
    return Files.exists(marker) && Files.readString(marker).equals(optimised());
  }

  /** Tells builds apart. */
  String optimised() throws IOException {
    Path application = folder().resolve("lib/quarkus/quarkus-application.dat");
    return Files.size(application) + " " + Files.getLastModifiedTime(application);
  }

  /** Makes a folder look like the distribution, but with data of its own. */
  void linkInto(Path home) {
    try (Stream<Path> parts = Files.list(folder())) {
      for (Path part : (Iterable<Path>) parts::iterator) {
        Path link = home.resolve(part.getFileName());
        if (!part.endsWith("data")) {
          Files.deleteIfExists(link);
          Files.createSymbolicLink(link, part);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * As its own start script does, with a collector and a heap for a small machine.
   *
   * @param home where it looks for files to import and keeps temporary ones
   */
  List<String> java(Path home) {
    return new ArrayList<>(
        List.of(
            Installation.java(),
            "-Xms64m",
            "-Xmx320m",
            "-XX:MetaspaceSize=96M",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=en",
            "-Duser.country=GB",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + folder().resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-cp",
            folder().resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
  }
}
