package org.crossborough.local.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crossborough.local.process.ContainableServer;
import org.crossborough.local.process.ContainerLaunch;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Launch;
import org.crossborough.local.process.StopSignal;
import org.crossborough.local.state.FileTree;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** One PostgreSQL cluster with its own files, its own superuser password and its own databases. */
public final class PostgresCluster implements ContainableServer {

  /** What a cluster must not write into its log: statements and values may be personal. */
  private static final List<String> QUIET_LOG =
      List.of("log_min_error_statement=panic", "log_error_verbosity=terse");

  /** How every cluster begins: nobody is trusted, and text is UTF-8 in the order of its bytes. */
  private static final List<String> INITIAL =
      List.of(
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8");

  /** Where the public image listens. */
  private static final int PORT_IN_CONTAINER = 5432;

  private final Port port;
  private final StateFolder state;
  private final Ports ports;
  private final Passwords passwords;
  private final PostgresBinaries binaries;
  private final boolean durable;

  /**
   * @param durable whether a commit waits for the disk; only tests may do without
   */
  public PostgresCluster(Port port, Installation installation, StateFolder state, boolean durable) {
    this.port = port;
    this.state = state;
    this.ports = Ports.remembered(state);
    this.passwords = Passwords.remembered(state);
    this.binaries = new PostgresBinaries(installation);
    this.durable = durable;
  }

  @Override
  public DetachedProcess process() {
    return new DetachedProcess(state, port.process());
  }

  @Override
  public void prepare() {
    binaries.unpack();
    if (!exists()) {
      initialise();
    }
    // Nobody is trusted: a wrong password must fail also on this machine.
    state.writePrivately(accessRules(), "host all all 127.0.0.1/32 scram-sha-256\n");
  }

  private Path folder() {
    return state.data(port.process());
  }

  /** Whether it has been initialised. */
  public boolean exists() {
    return Files.exists(folder().resolve("PG_VERSION"));
  }

  private void initialise() {
    Path password = state.root().resolve("run/" + port.process() + ".password");
    state.writePrivately(password, passwords.ofSuperuser(port.process()) + "\n");
    List<String> initialise =
        new ArrayList<>(
            List.of(
                "initdb", "--pgdata=" + folder(), "--username=postgres", "--pwfile=" + password));
    initialise.addAll(INITIAL);
    runProgram(initialise, "");
    FileTree.delete(password);
  }

  /** Tells releases apart whose files do not fit each other. */
  public static String revision() {
    return PostgresBinaries.revision();
  }

  /**
   * Takes over the same cluster of another state, which was stopped in good order, under a
   * superuser password of its own; the passwords of all other roles are set at every start.
   */
  public void adopt(StateFolder original) {
    binaries.unpack();
    Path draft = state.data(port.process() + ".draft");
    FileTree.delete(draft);
    FileTree.copy(original.data(port.process()), draft);
    runProgram(
        List.of(
            "postgres", "--single", "-D", draft.toString(), "-c", QUIET_LOG.getFirst(), "postgres"),
        "alter role postgres password '%s'\n".formatted(passwords.ofSuperuser(port.process())));
    FileTree.sync(draft);
    FileTree.move(draft, folder());
  }

  private void runProgram(List<String> words, String input) {
    List<String> command = new ArrayList<>(PostgresBinaries.asOrdinaryUser());
    command.add(binaries.program(words.getFirst()).toString());
    command.addAll(words.subList(1, words.size()));
    try {
      Process program =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(process().log().toFile()))
              .start();
      try (Writer writer = program.outputWriter()) {
        writer.write(input);
      }
      if (program.waitFor() != 0) {
        throw new IllegalStateException(
            "%s failed; its log: %s%n%s"
                .formatted(words.getFirst(), process().log(), process().lastLines(15)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Launch launch() {
    List<String> command = new ArrayList<>(PostgresBinaries.asOrdinaryUser());
    command.addAll(List.of(binaries.program("postgres").toString(), "-D", folder().toString()));
    List.of(
            "listen_addresses=127.0.0.1",
            "port=" + ports.of(port),
            "unix_socket_directories=",
            "hba_file=" + accessRules())
        .forEach(setting -> command.addAll(List.of("-c", setting)));
    settings().forEach(setting -> command.addAll(List.of("-c", setting)));
    return new Launch(command, Map.of(), "");
  }

  @Override
  public ContainerLaunch inContainer() {
    List<String> command = new ArrayList<>(List.of("postgres"));
    settings().forEach(setting -> command.addAll(List.of("-c", setting)));
    return new ContainerLaunch(
        "postgres",
        command,
        Map.of(
            "POSTGRES_PASSWORD",
            passwords.ofSuperuser(port.process()),
            "POSTGRES_INITDB_ARGS",
            String.join(" ", INITIAL)),
        Map.of(),
        Map.of(ports.of(port), PORT_IN_CONTAINER));
  }

  /** As containers of the same network reach it. */
  public static String addressInContainer(Port port) {
    return port.process() + ":" + PORT_IN_CONTAINER;
  }

  private List<String> settings() {
    String onDisk = durable ? "on" : "off";
    List<String> settings =
        new ArrayList<>(
            List.of(
                "cluster_name=" + port.process(),
                "password_encryption=scram-sha-256",
                "max_connections=200",
                "shared_buffers=128MB",
                "fsync=" + onDisk,
                "synchronous_commit=" + onDisk,
                "full_page_writes=" + onDisk,
                "timezone=UTC",
                "log_timezone=UTC"));
    settings.addAll(QUIET_LOG);
    return settings;
  }

  @Override
  public boolean answers() {
    try (Connection connection = asSuperuser("postgres")) {
      return connection.isValid(2);
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public void settle() {
    try (Connection connection = asSuperuser("postgres")) {
      SqlScript server = new SqlScript(connection);
      server.run("revoke connect on database postgres from public");
      server.run("revoke connect on database template1 from public");
      for (ServiceDatabase database : ServiceDatabase.in(port)) {
        database.ensure(server, this::asSuperuser, passwords::ofDatabaseRole);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot prepare the databases of " + port.process(), e);
    }
  }

  /** Drops the database and creates it again, empty, with the same roles and grants. */
  public void recreate(String database) {
    try (Connection connection = asSuperuser("postgres")) {
      SqlScript server = new SqlScript(connection);
      server.run("drop database if exists " + database + " with (force)");
      ServiceDatabase.named(database).ensure(server, this::asSuperuser, passwords::ofDatabaseRole);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot recreate database " + database, e);
    }
  }

  @Override
  public StopSignal stopSignal() {
    return StopSignal.INTERRUPT;
  }

  Connection asSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + ports.of(port) + "/" + database,
        "postgres",
        passwords.ofSuperuser(port.process()));
  }

  private Path accessRules() {
    return state.root().resolve("run/" + port.process() + ".hba.conf");
  }
}
