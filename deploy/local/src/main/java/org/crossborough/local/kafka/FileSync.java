package org.crossborough.local.kafka;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Puts files and the folders that name them on the disk. */
final class FileSync {

  private FileSync() {}

  /** The formatting tool leaves this to chance; a power cut then costs the whole broker. */
  static void everythingIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        sync(path);
      }
    }
    sync(folder.resolveSibling("."));
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
