package org.crossborough.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringSerializer;
import org.crossborough.local.TestInfrastructure;
import org.crossborough.local.state.Passwords;
import org.crossborough.local.state.Ports;
import org.crossborough.local.state.StateFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The broker allows what the table says, and refuses everything else. */
class KafkaAccessIT {

  private static KafkaConfiguration configuration;

  @BeforeAll
  static void start() {
    StateFolder state = StateFolder.at(TestInfrastructure.shared().folder());
    configuration =
        new KafkaConfiguration(state, Ports.remembered(state), Passwords.remembered(state), false);
  }

  @Test
  void the_broker_has_exactly_the_permissions_of_the_table() throws Exception {
    try (Admin admin = Admin.create(configuration.client("admin"))) {
      assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
          .containsExactlyInAnyOrderElementsOf(KafkaAccess.bindings());
    }
  }

  @Test
  void no_row_of_the_table_lets_a_service_write_another_service_s_topic() {
    assertThat(KafkaAccess.TABLE)
        .allSatisfy(row ->
            assertThat(row.writes()).allMatch(topic -> topic.startsWith(row.principal() + ".")));
  }

  @Test
  void a_permission_that_somebody_added_is_removed() throws Exception {
    AclBinding surplus =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "safety.events", PatternType.LITERAL),
            new AccessControlEntry(
                "User:referral", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(configuration.client("admin"))) {
      admin.createAcls(List.of(surplus)).all().get();

      new KafkaReconciliation(admin).reconcile();

      assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
          .containsExactlyInAnyOrderElementsOf(KafkaAccess.bindings());
    }
  }

  @Test
  void every_topic_exists_with_three_partitions_and_keeps_its_records() throws Exception {
    Set<String> names = Set.copyOf(KafkaTopic.ALL.stream().map(KafkaTopic::name).toList());
    try (Admin admin = Admin.create(configuration.client("admin"))) {
      assertThat(admin.describeTopics(names).allTopicNames().get().values())
          .hasSize(names.size())
          .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "referral, referral.participants",
    "programme, programme.events",
    "safety, safety.events",
    "outcomes, outcomes.events"
  })
  void a_service_may_write_its_own_topic(String principal, String topic) throws Exception {
    assertThat(send(principal, topic)).isNotNegative();
  }

  @ParameterizedTest
  @CsvSource({
    "referral, safety.events",
    "outcomes, safety.events",
    "outcomes, referral.participants",
    "gateway, referral.events",
    "safety, referral.events"
  })
  void a_foreign_topic_is_refused(String principal, String topic) {
    assertThatThrownBy(() -> send(principal, topic))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TopicAuthorizationException.class);
  }

  @Test
  void a_wrong_password_is_refused() {
    Map<String, Object> settings = new HashMap<>(configuration.client("referral"));
    settings.computeIfPresent(
        "sasl.jaas.config",
        (name, value) -> value.toString().replace("password=\"", "password=\"x"));

    try (Admin admin = Admin.create(settings)) {
      assertThatThrownBy(() -> admin.listTopics().names().get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SaslAuthenticationException.class);
    }
  }

  @Test
  void a_service_may_not_create_topics() {
    try (Admin admin = Admin.create(configuration.client("referral"))) {
      NewTopic topic = new NewTopic("referral.side-door", 1, (short) 1);

      assertThatThrownBy(() -> admin.createTopics(List.of(topic)).all().get())
          .satisfies(refusal ->
              assertThat(refusal.getCause())
                  .isInstanceOfAny(
                      TopicAuthorizationException.class, ClusterAuthorizationException.class));
    }
  }

  @Test
  void emptied_topics_start_at_the_first_record_again() throws Exception {
    assertThat(send("referral", "referral.events")).isNotNegative();

    TestInfrastructure.shared().freshTopics();

    assertThat(send("referral", "referral.events")).isZero();
  }

  /** Returns the offset that the record was given. */
  private static long send(String principal, String topic) throws Exception {
    Map<String, Object> settings = new HashMap<>(configuration.client(principal));
    settings.put("max.block.ms", "10000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      return producer.send(new ProducerRecord<>(topic, 0, "key", "value")).get().offset();
    }
  }
}
