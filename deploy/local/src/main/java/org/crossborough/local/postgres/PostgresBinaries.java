package org.crossborough.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.StateLock;

/** PostgreSQL's programs, unpacked once from the class path into the build folder. */
final class PostgresBinaries {

  private final Path folder;

  PostgresBinaries(Installation installation) {
    this.folder = installation.target().resolve("postgres");
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(name);
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
  static List<String> asOrdinaryUser() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  void unpack() {
    Path complete = folder.resolve(".complete");
    if (Files.exists(complete)) {
      return;
    }
    try (var _ = StateLock.acquire(folder.resolveSibling("postgres.lock"), () -> {})) {
      if (Files.exists(complete)) {
        return;
      }
      try (InputStream archive = PostgresBinaries.class.getResourceAsStream(archiveName())) {
        if (archive == null) {
          throw new IllegalStateException("No PostgreSQL on the class path for " + archiveName());
        }
        unpack(archive);
      }
      Files.createFile(complete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells releases apart. */
  static String revision() {
    return String.valueOf(PostgresBinaries.class.getResource(archiveName()));
  }

  private static String archiveName() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    boolean arm = "aarch64".equals(System.getProperty("os.arch"));
    boolean mac = system.contains("mac");
    return "/postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
  }

  private void unpack(InputStream archive) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar);
      }
    }
  }

  private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("Entry outside the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.deleteIfExists(target);
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
