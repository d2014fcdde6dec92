package org.crossborough.local.kafka;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Who may touch which topic. What is not in the table is refused. */
final class KafkaAccess {

  /**
   * One service's row.
   *
   * @param writes topics it may publish to
   * @param reads topics it may consume, in the group that carries its name
   */
  record Row(String principal, List<String> writes, List<String> reads) {

    String group() {
      return principal + "-service";
    }
  }

  static final List<Row> TABLE =
      List.of(
          new Row(
              "referral",
              List.of("referral.events", "referral.participants"),
              List.of("programme.events", "safety.events")),
          new Row(
              "programme",
              List.of("programme.events"),
              List.of("referral.events", "referral.participants", "safety.events")),
          new Row(
              "safety",
              List.of("safety.events"),
              List.of("referral.events", "referral.participants", "programme.events")),
          new Row(
              "outcomes",
              List.of("outcomes.events"),
              List.of("referral.events", "programme.events", "safety.events")));

  private KafkaAccess() {}

  static Set<AclBinding> bindings() {
    return TABLE.stream().flatMap(KafkaAccess::bindings).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<AclBinding> bindings(Row row) {
    return Stream.of(
            row.writes().stream()
                .flatMap(topic -> topic(row.principal(), AclOperation.WRITE, topic)),
            row.reads().stream().flatMap(topic -> topic(row.principal(), AclOperation.READ, topic)),
            withDescribe(row.principal(), AclOperation.READ, ResourceType.GROUP, row.group()))
        .flatMap(bindings -> bindings);
  }

  private static Stream<AclBinding> topic(String principal, AclOperation operation, String topic) {
    return withDescribe(principal, operation, ResourceType.TOPIC, topic);
  }

  private static Stream<AclBinding> withDescribe(
      String principal, AclOperation operation, ResourceType type, String resource) {
    return Stream.of(operation, AclOperation.DESCRIBE)
        .map(allowed ->
            new AclBinding(
                new ResourcePattern(type, resource, PatternType.LITERAL),
                new AccessControlEntry(
                    "User:" + principal, "*", allowed, AclPermissionType.ALLOW)));
  }
}
