package org.crossborough.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crossborough.local.keycloak.KeycloakServer;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.Progress;
import org.crossborough.local.process.Starter;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new state begins with what the build has prepared, and with passwords of its own. */
class SeedIT {

  private static final Progress SILENT =
      new Progress(new PrintStream(OutputStream.nullOutputStream()));
  private static final Installation INSTALLATION = Installation.find();
  private static final Path PREPARED = INSTALLATION.target().resolve("seed");

  @TempDir private Path folder;
  private StateFolder state;

  @BeforeAll
  static void prepare() {
    new Seed(INSTALLATION).prepare(SILENT);
  }

  @BeforeEach
  void makeState() {
    state = StateFolder.at(folder);
  }

  @Test
  void what_fits_is_not_prepared_again() throws IOException {
    Path label = PREPARED.resolve("revision");
    var before = Files.getLastModifiedTime(label);

    new Seed(INSTALLATION).prepare(SILENT);

    assertThat(Files.getLastModifiedTime(label)).isEqualTo(before);
  }

  @Test
  void a_new_state_holds_the_realm_under_passwords_of_its_own() throws SQLException {
    new Seed(INSTALLATION).plant(state, SILENT);
    assertThat(Ports.settle(state, false, _ -> false).isComplete()).isTrue();
    PostgresCluster cluster = new PostgresCluster(Port.POSTGRES_MAIN, INSTALLATION, state, true);
    Starter starter = new Starter(SILENT);
    try {
      starter.ensure(cluster);

      Passwords own = Passwords.remembered(state);
      Passwords foreign = Passwords.remembered(new StateFolder(PREPARED));
      assertThat(realms(own.ofDatabaseRole("keycloak"))).isEqualTo("crossborough, master");
      refused("postgres", "postgres", foreign.ofSuperuser("postgres-main"));
      refused("keycloak", "keycloak", foreign.ofDatabaseRole("keycloak"));
      assertThat(own.ofKeycloakAdmin()).isEqualTo(foreign.ofKeycloakAdmin());
    } finally {
      starter.stop(cluster);
    }
  }

  @Test
  void the_realm_of_a_new_state_counts_as_imported() {
    AtomicBoolean emptied = new AtomicBoolean();
    new Seed(INSTALLATION).plant(state, SILENT);

    new KeycloakServer(INSTALLATION, state, () -> emptied.set(true)).prepare();

    assertThat(emptied).isFalse();
  }

  @Test
  void a_state_with_data_is_left_alone() throws IOException {
    Path data = Files.createDirectories(state.data("postgres-safety"));
    Files.writeString(data.resolve("PG_VERSION"), "18");

    new Seed(INSTALLATION).plant(state, SILENT);

    assertThat(state.data("postgres-main")).doesNotExist();
    assertThat(data).isDirectoryNotContaining("glob:**/base");
  }

  @Test
  void what_does_not_fit_is_not_used() throws IOException {
    Path outdated = folder.resolve("outdated");
    FileTree.copy(PREPARED.resolve("run"), Files.createDirectories(outdated).resolve("run"));
    Files.writeString(outdated.resolve("revision"), "of another build");

    new Seed(INSTALLATION, outdated).plant(state, SILENT);

    assertThat(state.data("postgres-main")).doesNotExist();
    assertThat(state.data("postgres-safety")).doesNotExist();
  }

  private String realms(String password) throws SQLException {
    try (Connection connection = connect("keycloak", "keycloak", password);
        Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery("select string_agg(name, ', ' order by name) from realm")) {
      assertThat(names.next()).isTrue();
      return names.getString(1);
    }
  }

  private void refused(String database, String role, String password) {
    assertThatThrownBy(() -> connect(database, role, password))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  private Connection connect(String database, String role, String password) throws SQLException {
    String url =
        "jdbc:postgresql://127.0.0.1:%d/%s"
            .formatted(Ports.remembered(state).of(Port.POSTGRES_MAIN), database);
    return DriverManager.getConnection(url, role, password);
  }
}
