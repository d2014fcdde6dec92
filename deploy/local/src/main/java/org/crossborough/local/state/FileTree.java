package org.crossborough.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders handled with everything in them. */
public final class FileTree {

  private FileTree() {}

  /** Copies files with their permissions; the target must not exist. */
  public static void copy(Path from, Path to) {
    for (Path path : everythingIn(from)) {
      Path target = to.resolve(from.relativize(path).toString());
      perform(() ->
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS));
    }
  }

  /** Does nothing when there is nothing. */
  public static void delete(Path root) {
    if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      everythingIn(root).reversed().forEach(path -> perform(() -> Files.deleteIfExists(path)));
    }
  }

  /** In one step, and so that a power cut does not undo it. */
  public static void move(Path from, Path to) {
    perform(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    perform(() -> force(to.resolveSibling(".")));
  }

  /**
   * Puts files and the folders that name them on the disk. Programs that make folders leave this to
   * chance; a power cut then costs all of it.
   */
  public static void sync(Path root) {
    everythingIn(root).forEach(path -> perform(() -> force(path)));
    perform(() -> force(root.resolveSibling(".")));
  }

  /** Parents before children. */
  private static List<Path> everythingIn(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
    return path;
  }

  private static void perform(Step step) {
    try {
      Object ignored = step.perform();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Step {

    Object perform() throws IOException;
  }
}
