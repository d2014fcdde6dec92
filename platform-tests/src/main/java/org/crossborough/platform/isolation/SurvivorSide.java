package org.crossborough.platform.isolation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.local.keycloak.DemoIdentity;
import org.crossborough.platform.driver.Description.Operation;

/** What can be asked of the survivor side, told from who may ask. */
record SurvivorSide(List<Operation> operations) {

  /** Roles that exist on the survivor side only. */
  static final Set<String> ROLES = Set.of("iss-worker", "iss-manager", "safeguarding-lead");

  private static final String INTAKE = "at-risk-details";

  /**
   * Of all operations those in whose collection somebody of the survivor side alone may do
   * something.
   */
  static SurvivorSide of(List<Operation> all) {
    Set<String> collections =
        all.stream()
            .filter(one -> !one.roles().isEmpty() && ROLES.containsAll(one.roles()))
            .map(one -> collection(one.path()))
            .collect(Collectors.toSet());
    return new SurvivorSide(
        all.stream()
            .filter(one -> collections.contains(collection(one.path())) || isIntake(one.path()))
            .toList());
  }

  /** Whether a path is served there. */
  boolean serves(String path) {
    return operations.stream().anyMatch(one -> collection(one.path()).equals(collection(path)));
  }

  static boolean isIntake(String path) {
    return collection(path).equals(INTAKE);
  }

  /** Somebody with one role who may call; empty where anybody may. */
  static String allowed(Operation operation) {
    return DemoIdentity.ALL.stream()
        .filter(identity -> identity.roles().size() == 1)
        .filter(identity -> operation.roles().contains(identity.roles().getFirst()))
        .findFirst()
        .map(DemoIdentity::name)
        .orElse("");
  }

  private static String collection(String path) {
    return path.split("[/?]", -1)[2];
  }
}
