package org.crossborough.platform.isolation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.crossborough.platform.isolation.search.Canary;
import org.crossborough.platform.isolation.search.CanarySearch;
import org.crossborough.platform.isolation.search.Scan;
import org.crossborough.platform.isolation.search.Sighting;

/** Somewhere bytes of the platform are. */
sealed interface Place {

  /** What the report calls it. */
  String name();

  /** Searches it as it is now. */
  default Searched search(CanarySearch search, Predicate<Canary> wanted) {
    Scan scan = search.scan(wanted);
    try {
      read(scan);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + name(), e);
    }
    return new Searched(name(), scan.bytes(), scan.inflated(), scan.hits(), scan.sightings());
  }

  /** Reads all of it. */
  void read(Scan scan) throws IOException;

  /** Files, with what is compressed in them. */
  record Files(String name, List<Path> files) implements Place {

    @Override
    public void read(Scan scan) throws IOException {
      for (Path file : files) {
        scan.file(file);
      }
    }
  }

  /** What has to be asked for. */
  record Content(String name, Writing writing) implements Place {

    @Override
    public void read(Scan scan) throws IOException {
      writing.to(scan);
    }
  }

  /** Writes what is in a place. */
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** What was found in a place. */
  record Searched(String place, long bytes, long inflated, long hits, List<Sighting> sightings) {}
}
