package org.crossborough.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.crossborough.local.kafka.KafkaBroker;
import org.crossborough.local.postgres.PostgresCluster;
import org.crossborough.local.process.DetachedProcess;
import org.crossborough.local.process.Progress;
import org.crossborough.local.process.Server;
import org.crossborough.local.process.Starter;
import org.crossborough.local.state.Installation;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.Service;
import org.crossborough.local.state.ServiceEnvironment;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the servers hold outlives a stop, a crash and a change of ports. */
class ServersIT {

  private static final Starter STARTER =
      new Starter(new Progress(new PrintStream(OutputStream.nullOutputStream())));

  @TempDir private static Path folder;
  private static StateFolder state;

  private int rowsBefore;
  private long recordsBefore;

  @BeforeAll
  static void start() throws SQLException {
    state = StateFolder.at(folder);
    startAll();
    sql("create table kept (number int)");
  }

  @BeforeEach
  void store_a_row_and_a_record() throws SQLException {
    startAll();
    sql("insert into kept values (1)");
    rowsBefore = rows();
    recordsBefore = send() + 1;
  }

  @AfterAll
  static void stopAll() {
    servers().forEach(STARTER::stop);
  }

  @Test
  void data_survive_a_stop_and_a_start() throws SQLException {
    stopAll();
    assertThat(servers()).noneMatch(server -> server.process().isRunning());

    startAll();

    assertThat(rows()).isEqualTo(rowsBefore);
    assertThat(send()).isEqualTo(recordsBefore);
  }

  @Test
  void data_survive_a_crash_and_only_what_crashed_is_started_again() throws SQLException {
    long untouched = pidOf("postgres-safety");
    new DetachedProcess(state, "postgres-main").kill();
    new DetachedProcess(state, "kafka").kill();

    startAll();

    assertThat(rows()).isEqualTo(rowsBefore);
    assertThat(send()).isEqualTo(recordsBefore);
    assertThat(pidOf("postgres-safety")).isEqualTo(untouched);
  }

  @Test
  void data_survive_a_move_to_other_ports() throws Exception {
    Ports before = Ports.remembered(state);
    stopAll();

    try (ServerSocket database = strangerOn(before.of(Port.POSTGRES_MAIN));
        ServerSocket broker = strangerOn(before.of(Port.KAFKA));
        ServerSocket controller = strangerOn(before.of(Port.KAFKA_CONTROLLER))) {
      assertThat(List.of(database, broker, controller)).allMatch(ServerSocket::isBound);
      startAll();

      assertThat(Ports.remembered(state).of(Port.KAFKA)).isNotEqualTo(before.of(Port.KAFKA));
      assertThat(rows()).isEqualTo(rowsBefore);
      assertThat(send()).isEqualTo(recordsBefore);
    }
  }

  private static void startAll() {
    Ports ports = Ports.settle(state, false, name -> new DetachedProcess(state, name).isRunning());
    assertThat(ports.isComplete()).isTrue();
    assertThat(Passwords.complete(state).ofKafka("admin")).isNotEmpty();
    servers().parallelStream().forEach(STARTER::ensure);
  }

  private static List<Server> servers() {
    Installation installation = Installation.find();
    return List.of(
        new PostgresCluster(Port.POSTGRES_MAIN, installation, state, true),
        new PostgresCluster(Port.POSTGRES_SAFETY, installation, state, true),
        new KafkaBroker(installation, state, true));
  }

  private static Map<String, String> environment() {
    return new ServiceEnvironment(state, Ports.remembered(state), Passwords.remembered(state))
        .of(Service.REFERRAL);
  }

  private static Connection owner() throws SQLException {
    Map<String, String> own = environment();
    return DriverManager.getConnection(
        own.getOrDefault("DATABASE_URL", ""),
        own.get("DATABASE_OWNER_USERNAME"),
        own.get("DATABASE_OWNER_PASSWORD"));
  }

  private static void sql(String text) throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static int rows() throws SQLException {
    try (Connection connection = owner();
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from kept")) {
      assertThat(count.next()).isTrue();
      return count.getInt(1);
    }
  }

  /** Returns the offset that the record was given: how many were kept before it. */
  private static long send() {
    Map<String, String> own = environment();
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", own.get("KAFKA_BOOTSTRAP_SERVERS"));
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "SCRAM-SHA-512");
    settings.put(
        "sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
            .formatted(own.get("KAFKA_USERNAME"), own.get("KAFKA_PASSWORD")));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      return producer
          .send(new ProducerRecord<>("referral.events", 0, "key", "value"))
          .get()
          .offset();
    } catch (Exception e) {
      throw new IllegalStateException("The broker did not take the record", e);
    }
  }

  private static long pidOf(String process) {
    return new DetachedProcess(state, process).find().orElseThrow().pid();
  }

  private static ServerSocket strangerOn(int port) throws Exception {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
