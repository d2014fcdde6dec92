package org.crossborough.local.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Port;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;

/** The broker's settings, and those of a client of it. */
final class KafkaConfiguration {

  /** Who may sign in; the gateway may, and is then allowed nothing. */
  static final List<String> CLIENTS =
      List.of("admin", "referral", "programme", "safety", "outcomes", "gateway");

  private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";
  private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

  private final StateFolder state;
  private final Ports ports;
  private final Passwords passwords;
  private final boolean durable;

  KafkaConfiguration(StateFolder state, Ports ports, Passwords passwords, boolean durable) {
    this.state = state;
    this.ports = ports;
    this.passwords = passwords;
    this.durable = durable;
  }

  void write() {
    state.writePrivately(file(), text());
    state.writePrivately(login(), loginText());
  }

  /** The controller's listener reads its credentials from a login file only. */
  String loginText() {
    return "controller.KafkaServer { " + broker() + " };\n";
  }

  Path file() {
    return state.root().resolve("run/kafka.conf");
  }

  Path login() {
    return state.root().resolve("run/kafka.login.conf");
  }

  Path data() {
    return state.data("kafka");
  }

  /** What the formatting tool is told, which also gives everybody a first password. */
  List<String> format(String file) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "format",
                "--config",
                file,
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--standalone"));
    for (String principal : CLIENTS) {
      String credential =
          "SCRAM-SHA-512=[name=%s,password=%s]".formatted(principal, passwords.ofKafka(principal));
      words.addAll(List.of("--add-scram", credential));
    }
    return words;
  }

  Map<String, Object> client(String principal) {
    return Map.of(
        "bootstrap.servers",
        "127.0.0.1:" + ports.of(Port.KAFKA),
        "security.protocol",
        "SASL_PLAINTEXT",
        "sasl.mechanism",
        "SCRAM-SHA-512",
        "sasl.jaas.config",
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(SCRAM, principal, passwords.ofKafka(principal)),
        "default.api.timeout.ms",
        "20000",
        "request.timeout.ms",
        "10000");
  }

  private String broker() {
    String password = passwords.ofKafka("broker");
    return "%s required username=\"broker\" password=\"%s\" user_broker=\"%s\";"
        .formatted(PLAIN, password, password);
  }

  String text() {
    return text("127.0.0.1", data().toString());
  }

  /**
   * One broker that acknowledges before the record is on the disk loses it with the power, so each
   * record is flushed. The sizes are what a heap of 256 MB is comfortable with.
   *
   * @param host where it listens; it is reached on this machine's own address anyway
   */
  String text(String host, String data) {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
    listeners=CLIENT://%7$s:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    inter.broker.listener.name=CLIENT
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,CLIENT:SASL_PLAINTEXT
    sasl.enabled.mechanisms=SCRAM-SHA-512,PLAIN
    sasl.mechanism.inter.broker.protocol=PLAIN
    sasl.mechanism.controller.protocol=PLAIN
    listener.name.client.plain.sasl.jaas.config=%4$s
    listener.name.client.scram-sha-512.sasl.jaas.config=%5$s required;
    listener.name.controller.plain.sasl.jaas.config=%4$s
    authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
    super.users=User:broker;User:admin
    allow.everyone.if.no.acl.found=false
    log.dirs=%3$s
    auto.create.topics.enable=false
    %6$soffsets.topic.num.partitions=1
    offsets.topic.replication.factor=1
    transaction.state.log.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    num.network.threads=2
    num.io.threads=2
    log.cleaner.dedupe.buffer.size=8388608
    """
        .formatted(
            ports.of(Port.KAFKA),
            ports.of(Port.KAFKA_CONTROLLER),
            data,
            broker(),
            SCRAM,
            durable ? "log.flush.interval.messages=1\n" : "",
            host);
  }
}
