package org.crossborough.local.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The passwords and keys generated for one platform; they exist in its state folder and nowhere
 * else.
 */
public final class Passwords {

  /** The database superuser of each cluster, by the cluster's process name. */
  private static final List<String> CLUSTERS = List.of("postgres-main", "postgres-safety");

  private static final List<String> DATABASE_ROLES =
      List.of(
          "keycloak",
          "gateway",
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

  private static final String WEBHOOK_SECRET_KEY = "referral.webhook-secret-key";
  private static final String MATCHING_KEY = "referral.matching-key";

  private static final String SESSION_KEY = "gateway.session-key";

  private static final int BYTES = 24;
  private static final int KEY_BYTES = 32;

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
        names()
            .map(name -> passwords.addIfAbsent(name, HexFormat.of().formatHex(random(BYTES))))
            .reduce(false, Boolean::logicalOr);
    added |=
        passwords.addIfAbsent(
            WEBHOOK_SECRET_KEY, Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    added |=
        passwords.addIfAbsent(SESSION_KEY, Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    added |= passwords.addIfAbsent(MATCHING_KEY, HexFormat.of().formatHex(random(KEY_BYTES)));
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

  /** Opens the key stores of the platform's certificates. */
  public String ofCertificates() {
    return of("certificates");
  }

  /** 32 bytes in base64, under which the gateway keeps the tokens of browsers' sessions. */
  public String ofSessions() {
    return of(SESSION_KEY);
  }

  /** 32 bytes in base64, under which referral-service encrypts what webhooks are signed with. */
  public String ofWebhookSecrets() {
    return of(WEBHOOK_SECRET_KEY);
  }

  /** The key under which referral-service compares men, 64 characters. */
  public String ofMatching() {
    return of(MATCHING_KEY);
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
            Stream.of("keycloak.admin", "certificates"))
        .flatMap(names -> names);
  }

  private boolean addIfAbsent(String name, String value) {
    return values.putIfAbsent(name, value) == null;
  }

  private static byte[] random(int length) {
    byte[] random = new byte[length];
    new SecureRandom().nextBytes(random);
    return random;
  }

  private Path file() {
    return state.root().resolve("passwords.properties");
  }
}
