package org.crossborough.platform.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Fills the disk that the data of all servers are on, if it is theirs alone. */
final class FullDisk {

  private static final int LARGE = 1_000_000;
  private static final int SMALL = 512;

  private final Path data;
  private final Path filler;

  /**
   * @param state the folder of a platform
   */
  FullDisk(Path state) {
    this.data = state.resolve("data");
    this.filler = data.resolve("filler");
  }

  /** Until no byte fits any more. */
  void fill() {
    try {
      if (Files.getFileStore(data).equals(Files.getFileStore(data.getParent()))) {
        throw new IllegalStateException(data + " is not on a disk of its own");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(LARGE);
    write(SMALL);
  }

  /** Adds blocks of that size until one does not fit. */
  private void write(int size) {
    byte[] block = new byte[size];
    try (OutputStream out =
        Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (data.toFile().getUsableSpace() >= LARGE) {
        throw new UncheckedIOException(full);
      }
    }
  }

  void empty() {
    try {
      Files.deleteIfExists(filler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
