package org.crossborough.local.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/** Makes a broker have exactly the topics and permissions of the tables. */
final class KafkaReconciliation {

  private final Admin admin;
  private final short replicas;

  /** For a single broker. */
  KafkaReconciliation(Admin admin) {
    this(admin, (short) 1);
  }

  KafkaReconciliation(Admin admin, short replicas) {
    this.admin = admin;
    this.replicas = replicas;
  }

  void reconcile() {
    createMissingTopics();
    Set<AclBinding> wanted = KafkaAccess.bindings();
    Set<AclBinding> present = Set.copyOf(await(admin.describeAcls(AclBindingFilter.ANY).values()));
    await(admin.createAcls(without(wanted, present)).all());
    List<AclBindingFilter> surplus =
        without(present, wanted).stream().map(AclBinding::toFilter).toList();
    Collection<AclBinding> removed = await(admin.deleteAcls(surplus).all());
    if (removed.size() != surplus.size()) {
      throw new IllegalStateException("Surplus permissions remain: " + surplus);
    }
  }

  /** Empties every topic, and forgets how far anybody had read. */
  void startAfresh() {
    Set<String> topics =
        KafkaTopic.ALL.stream().map(KafkaTopic::name).collect(Collectors.toUnmodifiableSet());
    Set<String> present = await(admin.listTopics().names());
    await(admin.deleteTopics(topics.stream().filter(present::contains).toList()).all());
    List<String> idle =
        await(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
            .map(GroupListing::groupId)
            .filter(this::hasNoMembers)
            .toList();
    await(admin.deleteConsumerGroups(idle).all());
    createMissingTopics();
  }

  private boolean hasNoMembers(String group) {
    return await(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
        .allMatch(description -> description.members().isEmpty());
  }

  private void createMissingTopics() {
    Set<String> present = await(admin.listTopics().names());
    List<NewTopic> missing =
        KafkaTopic.ALL.stream()
            .filter(topic -> !present.contains(topic.name()))
            .map(topic -> topic.description(replicas))
            .toList();
    await(admin.createTopics(missing).all());
  }

  private static List<AclBinding> without(Set<AclBinding> all, Set<AclBinding> some) {
    return all.stream().filter(binding -> !some.contains(binding)).toList();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The broker refused", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
