package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.Port;

/** Every place of a running platform that is not the survivor side's own store. */
final class PlatformPlaces {

  private static final List<String> SERVICES =
      List.of(
          "referral-service", "programme-service", "safety-service", "outcomes-service", "gateway");
  private static final List<String> OPEN_PATHS =
      List.of("/q/metrics", "/q/health", "/q/openapi", "/openapi.json");

  private final RunningPlatform platform;
  private final Path folder;

  PlatformPlaces(RunningPlatform platform) {
    this.platform = platform;
    this.folder = platform.folder();
  }

  /** All of them; files are listed now, and read when they are searched. */
  List<Place> all() {
    MainCluster cluster = new MainCluster(platform);
    cluster.flush();
    Topics topics = new Topics(platform);
    List<Place> places = new ArrayList<>();
    Path main = folder.resolve("data/postgres-main");
    Path log = main.resolve("pg_wal");
    places.add(files("main cluster: files", main, file -> !file.startsWith(log)));
    places.add(files("main cluster: write-ahead log", log, _ -> true));
    cluster.databases().forEach(database -> places.add(cluster.rows(database)));
    places.add(files("Kafka: files", folder.resolve("data/kafka"), _ -> true));
    places.add(topics.records());
    logs().forEach(places::add);
    places.add(files("rest of the state folder", folder, this::isElsewhere));
    SERVICES.forEach(service -> places.add(open(service)));
    processes().forEach(process -> places.add(started(process)));
    return places;
  }

  /** Places of the broker's and the cluster's own making that hold these values. */
  List<Place> planted(List<byte[]> values) {
    MainCluster cluster = new MainCluster(platform);
    Topics topics = new Topics(platform);
    return Stream.concat(
            cluster.databases().stream().map(database -> cluster.planted(database, values)),
            Topics.CODECS.stream().map(codec -> topics.planted(codec, values)))
        .toList();
  }

  /** What is neither the survivor side's own nor listed as a place by itself. */
  private boolean isElsewhere(Path file) {
    return Stream.of("data/postgres-main", "data/postgres-safety", "data/kafka", "logs")
            .map(folder::resolve)
            .noneMatch(file::startsWith)
        && !file.startsWith(keyFolder());
  }

  private Path keyFolder() {
    return Path.of(
        Objects.requireNonNull(platform.environmentOf("safety-service").get("SAFETY_KEY_FOLDER")));
  }

  /** Every log, also those of the survivor side. */
  private List<Place> logs() {
    return walk(folder.resolve("logs"), _ -> true).stream()
        .<Place>map(file -> new Place.Files("log: " + file.getFileName(), List.of(file)))
        .toList();
  }

  private static Place files(String name, Path folder, Predicate<Path> wanted) {
    return new Place.Files(name, walk(folder, wanted));
  }

  private static List<Path> walk(Path folder, Predicate<Path> wanted) {
    List<Path> files = new ArrayList<>();
    List<Path> folders = new ArrayList<>(List.of(folder));
    // A tree that is in use loses files while it is walked; Files.walk would give up.
    while (!folders.isEmpty()) {
      try (Stream<Path> entries = Files.list(folders.removeLast())) {
        entries
            .filter(wanted)
            .forEach(entry -> {
              if (Files.isDirectory(entry)) {
                folders.add(entry);
              } else if (Files.isRegularFile(entry)) {
                files.add(entry);
              }
            });
      } catch (java.nio.file.NoSuchFileException gone) {
        // Nothing is in it any more.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** What a service tells whoever can reach it. */
  private Place open(String service) {
    return new Place.Content(
        "metrics, health and description: " + service,
        out -> {
          for (String path : OPEN_PATHS) {
            try (InputStream answer =
                URI.create(platform.managementUrlOf(service) + path).toURL().openStream()) {
              long _ = answer.transferTo(out);
            } catch (IOException notOffered) {
              // Not every service offers every path; the metrics are asserted elsewhere.
            }
          }
        });
  }

  private static List<String> processes() {
    return Stream.of(Port.values()).map(Port::process).distinct().toList();
  }

  /** How a process was started, which anybody on its machine may see. */
  private Place started(String process) {
    return new Place.Content(
        "arguments and environment: " + process,
        out -> {
          Path folder = Path.of("/proc", Long.toString(platform.pidOf(process)));
          for (String file : List.of("cmdline", "environ")) {
            copy(folder.resolve(file), out);
          }
        });
  }

  private static void copy(Path file, OutputStream out) throws IOException {
    if (Files.isReadable(file)) {
      out.write(Files.readAllBytes(file));
    }
  }
}
