package org.crossborough.safety.vault;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The service's own key files, readable by nobody else. */
@ApplicationScoped
public class KeyFolder {

  /** Where the keys that wrap other keys are kept. */
  @ConfigMapping(prefix = "crossborough.vault")
  public interface Config {

    /** A folder that only this service can read, apart from the databases and their backups. */
    Path folder();
  }

  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path folder;

  KeyFolder(Config config) {
    this.folder = config.folder();
  }

  /** The content of a key file; made on the first start, once, whoever starts at that moment. */
  public String readOrCreate(String name, Supplier<String> content) {
    Path file = folder.resolve(name);
    try {
      if (Files.notExists(file)) {
        create(file, content.get());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("A key file could not be made", failure);
    }
    return read(name);
  }

  /** The content of a key file that must be there, as it is at this moment. */
  public String read(String name) {
    Path file = folder.resolve(name);
    try {
      refuseUnlessPrivate(file);
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("A key file could not be read", failure);
    }
  }

  /**
   * Replaces a key file's content, whole or not at all; whoever else wants to waits meanwhile.
   *
   * @return the content that is there now
   */
  public String replace(String name, UnaryOperator<String> change) {
    Path file = folder.resolve(name);
    synchronized (this) { // A lock on a file keeps other processes out, and not this one's threads.
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), Set.of(CREATE, WRITE), asFileAttribute(PRIVATE));
          FileLock _ = channel.lock()) {
        String content = change.apply(Files.readString(file));
        Path draft = draft(content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return content;
      } catch (IOException failure) {
        throw new UncheckedIOException("A key file could not be replaced", failure);
      }
    }
  }

  /** When a key file was last replaced, by whatever process. */
  public FileTime changedAt(String name) {
    try {
      return Files.getLastModifiedTime(folder.resolve(name));
    } catch (IOException failure) {
      throw new UncheckedIOException("A key file cannot be found", failure);
    }
  }

  private void create(Path file, String content) throws IOException {
    Files.createDirectories(folder);
    Path draft = draft(content);
    try {
      // A link, unlike a move, fails when another process was first.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherProcessWasFirst) {
      // Its key is the one to use.
    } finally {
      Files.delete(draft);
    }
  }

  private Path draft(String content) throws IOException {
    Path draft = Files.createTempFile(folder, "draft", null, asFileAttribute(PRIVATE));
    try (FileChannel channel = FileChannel.open(draft, WRITE)) {
      channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
    return draft;
  }

  private static void refuseUnlessPrivate(Path file) throws IOException {
    if (!PRIVATE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IllegalStateException(
          "Key file %s can be read by others; its mode must be 0600".formatted(file.getFileName()));
    }
  }
}
