package org.crossborough.local.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The passwords generated for one platform; they exist in its state folder and nowhere else. */
public final class Passwords {

  /** The database superuser of each cluster, by the cluster's process name. */
  private static final List<String> CLUSTERS = List.of("postgres-main", "postgres-safety");

  private static final List<String> DATABASE_ROLES =
      List.of(
          "keycloak",
          "referral",
          "referral_owner",
          "programme",
          "programme_owner",
          "outcomes",
          "outcomes_owner",
          "safety",
          "safety_owner",
          "safety_keys",
          "safety_keys_owner");

  private static final List<String> KAFKA_PRINCIPALS =
      List.of("broker", "admin", "referral", "programme", "safety", "outcomes", "gateway");

  private static final int BYTES = 24;

  private final StateFolder state;
  private final Properties values;

  private Passwords(StateFolder state) {
    this.state = state;
    this.values = state.readProperties(file());
  }

  /** What the folder remembers; nothing is generated. */
  public static Passwords remembered(StateFolder state) {
    return new Passwords(state);
  }

  /** Generates what is missing. */
  public static Passwords complete(StateFolder state) {
    Passwords passwords = new Passwords(state);
    boolean added =
        names().map(passwords::generateIfAbsent).reduce(false, (one, other) -> one || other);
    if (added) {
      state.writeProperties(passwords.file(), passwords.values);
    }
    return passwords;
  }

  public String ofSuperuser(String cluster) {
    return of("superuser." + cluster);
  }

  public String ofDatabaseRole(String role) {
    return of("database." + role);
  }

  public String ofKafka(String principal) {
    return of("kafka." + principal);
  }

  public String ofKeycloakAdmin() {
    return of("keycloak.admin");
  }

  /** For an identity provider's database that was copied: it holds its first password only. */
  public void adoptKeycloakAdmin(Passwords original) {
    values.setProperty("keycloak.admin", original.ofKeycloakAdmin());
    state.writeProperties(file(), values);
  }

  private String of(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("No password generated yet for " + name);
    }
    return value;
  }

  private static Stream<String> names() {
    return Stream.of(
            CLUSTERS.stream().map("superuser."::concat),
            DATABASE_ROLES.stream().map("database."::concat),
            KAFKA_PRINCIPALS.stream().map("kafka."::concat),
            Stream.of("keycloak.admin"))
        .flatMap(names -> names);
  }

  private boolean generateIfAbsent(String name) {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return values.putIfAbsent(name, HexFormat.of().formatHex(random)) == null;
  }

  private Path file() {
    return state.root().resolve("passwords.properties");
  }
}
