package org.crossborough.safety.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** The service's own key files, readable by nobody else. */
@ApplicationScoped
public class KeyFolder {

  private static final Set<PosixFilePermission> PRIVATE =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private final Path folder;

  KeyFolder(VaultConfig config) {
    this.folder = config.folder();
  }

  /** The content of a key file; made on the first start, once, whoever starts at that moment. */
  public String readOrCreate(String name, Supplier<String> content) {
    Path file = folder.resolve(name);
    try {
      if (Files.notExists(file)) {
        create(file, content.get());
      }
      refuseUnlessPrivate(file);
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("A key file could not be read or made", failure);
    }
  }

  private void create(Path file, String content) throws IOException {
    Files.createDirectories(folder);
    Path draft =
        Files.createTempFile(folder, "draft", null, PosixFilePermissions.asFileAttribute(PRIVATE));
    try {
      Files.writeString(draft, content);
      // A link, unlike a move, fails when another process was first.
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherProcessWasFirst) {
      // Its key is the one to use.
    } finally {
      Files.delete(draft);
    }
  }

  private static void refuseUnlessPrivate(Path file) throws IOException {
    if (!PRIVATE.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IllegalStateException(
          "Key file %s can be read by others; its mode must be 0600".formatted(file.getFileName()));
    }
  }
}
