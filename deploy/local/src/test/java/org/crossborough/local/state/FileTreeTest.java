package org.crossborough.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies are true, and nothing outside a folder goes with it. */
class FileTreeTest {

  @TempDir private Path folder;
  private Path tree;
  private Path outside;

  @BeforeEach
  void plant() throws IOException {
    outside = Files.writeString(folder.resolve("outside"), "stays");
    tree = Files.createDirectories(folder.resolve("tree"));
    Files.createDirectories(tree.resolve("empty"));
    Path secret = Files.writeString(tree.resolve("secret"), "known to one");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    Files.setPosixFilePermissions(tree, PosixFilePermissions.fromString("rwx------"));
    Files.createSymbolicLink(tree.resolve("link"), outside);
  }

  @Test
  void a_copy_has_the_same_content_permissions_and_links() throws IOException {
    Path copy = folder.resolve("copy");

    FileTree.copy(tree, copy);
    FileTree.sync(copy);

    assertThat(copy.resolve("secret")).hasContent("known to one");
    assertThat(copy.resolve("empty")).isEmptyDirectory();
    assertThat(Files.readSymbolicLink(copy.resolve("link"))).isEqualTo(outside);
    assertThat(permissions(copy)).isEqualTo("rwx------");
    assertThat(permissions(copy.resolve("secret"))).isEqualTo("rw-------");
  }

  @Test
  void a_link_is_deleted_and_what_it_points_to_is_not() {
    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(outside).hasContent("stays");
  }

  @Test
  void deleting_what_is_not_there_is_nothing() {
    FileTree.delete(folder.resolve("absent"));

    assertThat(outside).exists();
  }

  @Test
  void a_moved_folder_is_where_it_should_be_and_nowhere_else() {
    FileTree.move(tree, folder.resolve("moved"));

    assertThat(tree).doesNotExist();
    assertThat(folder.resolve("moved/secret")).hasContent("known to one");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
