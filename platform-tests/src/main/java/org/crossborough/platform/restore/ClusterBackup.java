package org.crossborough.platform.restore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.crossborough.local.RunningPlatform;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/**
 * The backup of one database server: a copy of its files while it works, and every segment of its
 * write-ahead log since ("Continuous Archiving and Point-in-Time Recovery" in PostgreSQL's manual).
 */
final class ClusterBackup {

  /** What a base backup leaves out: folders that must be there, and be empty. */
  private static final Set<String> EMPTY =
      Set.of(
          "pg_wal",
          "pg_dynshmem",
          "pg_notify",
          "pg_replslot",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");

  private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts");

  private final RunningPlatform platform;
  private final StateFolder state;
  private final Port cluster;
  private final Path files;
  private final Path archive;

  /**
   * @param folder where the backups of all servers go
   */
  ClusterBackup(RunningPlatform platform, Port cluster, Path folder) {
    this.platform = platform;
    this.state = new StateFolder(platform.folder());
    this.cluster = cluster;
    this.files = folder.resolve(cluster.process()).resolve("base");
    this.archive = folder.resolve(cluster.process()).resolve("archive");
  }

  /**
   * Has every full segment put aside, and a started one after so many seconds. It begins with the
   * next start of the server.
   */
  void archiveEvery(int seconds) {
    try {
      Files.createDirectories(archive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("alter system set archive_mode = 'on'");
    execute(
        "alter system set archive_command = 'test ! -f \"%1$s/%%f\" && cp \"%%p\" \"%1$s/%%f.part\" && mv \"%1$s/%%f.part\" \"%1$s/%%f\"'"
            .formatted(archive));
    execute("alter system set archive_timeout = '" + seconds + "s'");
  }

  /** Copies the files of the working server; returns how many bytes. */
  long take() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('drill', true)");
      FileTree.delete(files);
      long bytes = copy(folder(), files, true);
      try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop()")) {
        if (!stopped.next()) {
          throw new IllegalStateException("The backup has no label");
        }
        Files.writeString(files.resolve("backup_label"), stopped.getString(1));
      }
      return bytes;
    } catch (SQLException e) {
      throw new IllegalStateException("The backup of " + cluster.process() + " failed", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server and its disk are gone. */
  void destroy() {
    platform.kill9(cluster.process());
    FileTree.delete(folder());
  }

  /**
   * Puts the files back; the next start recovers them.
   *
   * @param latest whether up to the last segment put aside, or to the end of the base backup only
   */
  void restore(boolean latest) {
    try {
      FileTree.delete(folder());
      long _ = copy(files, folder(), false);
      Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
      Files.writeString(folder().resolve("recovery.signal"), "");
      // Nobody is let in before the end of the recovery, so that an answer means that it is over.
      Files.writeString(
          folder().resolve("postgresql.auto.conf"),
          """
          restore_command = 'cp "%s/%%f" "%%p"'
          recovery_target_action = 'promote'
          hot_standby = 'off'
          recovery_target = '%s'
          """
              .formatted(archive, latest ? "" : "immediate"),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path folder() {
    return state.data(cluster.process());
  }

  /** Copies a tree; what vanishes meanwhile was of no use to anybody. */
  private static long copy(Path from, Path to, boolean working) throws IOException {
    long[] bytes = {0};
    var _ =
        Files.walkFileTree(
            from,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                  throws IOException {
                var _ = Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                  throws IOException {
                Path name = from.relativize(file);
                if (working && isLeftOut(name)) {
                  return FileVisitResult.CONTINUE;
                }
                try {
                  var _ = Files.copy(file, to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                  bytes[0] += attributes.size();
                } catch (NoSuchFileException vanished) {
                  return FileVisitResult.CONTINUE;
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
              }
            });
    return bytes[0];
  }

  private static boolean isLeftOut(Path name) {
    return EMPTY.contains(name.getName(0).toString()) || LEFT_OUT.contains(name.toString());
  }

  private void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot prepare " + cluster.process(), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + Ports.remembered(state).of(cluster) + "/postgres",
        "postgres",
        Passwords.remembered(state).ofSuperuser(cluster.process()));
  }
}
