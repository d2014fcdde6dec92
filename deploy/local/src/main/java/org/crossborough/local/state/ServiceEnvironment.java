package org.crossborough.local.state;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service is told by environment variables: its own database, its own credentials, no more.
 */
public final class ServiceEnvironment {

  private static final String LOCAL_RATE = "50000";

  private final StateFolder state;
  private final Ports ports;
  private final Passwords passwords;

  public ServiceEnvironment(StateFolder state, Ports ports, Passwords passwords) {
    this.state = state;
    this.ports = ports;
    this.passwords = passwords;
  }

  /** Everything but the service's own port. */
  public Map<String, String> of(Service service) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("OIDC_ISSUER", ports.issuer());
    environment.put("CROSSBOROUGH_DEMO_IDENTITIES", "true");
    if (service.keepsState()) {
      environment.putAll(database("", service.shortName(), clusterOf(service)));
      environment.putAll(kafka(service.shortName()));
    }
    if (service == Service.REFERRAL) {
      environment.put("WEBHOOK_SECRET_KEY", passwords.ofWebhookSecrets());
      environment.put("WEBHOOK_ALLOW_LOOPBACK", "true");
      environment.put("CROSSBOROUGH_MATCHING_CURRENT_KEY", "local");
      environment.put("CROSSBOROUGH_MATCHING_KEYS_LOCAL", passwords.ofMatching());
    }
    if (service == Service.SAFETY) {
      environment.putAll(database("KEYS_", "safety_keys", Port.POSTGRES_SAFETY));
      environment.put("SAFETY_KEY_FOLDER", state.privateFolder("safety-key").toString());
      // Its stories take a year of one worker's readings through in minutes.
      environment.put("CROSSBOROUGH_BROWSING_CASES_PER_HOUR", "5000");
      environment.put("CROSSBOROUGH_BROWSING_SEARCHES_PER_HOUR", "5000");
    }
    if (service == Service.GATEWAY) {
      environment.put("STORE_URL", gatewayStore());
      environment.put("SESSION_CLIENT", "demo-front-end");
      environment.put("SESSION_CLIENT_SECRET", "demo-only-demo-front-end");
      environment.put("SESSION_KEY", passwords.ofSessions());
      // Whoever uses a local platform, demo and benchmark included, is one client at one address.
      for (String caller : List.of("CLIENT", "ADDRESS")) {
        environment.put("CROSSBOROUGH_GATEWAY_RATES_" + caller + "_PER_SECOND", LOCAL_RATE);
        environment.put("CROSSBOROUGH_GATEWAY_RATES_" + caller + "_BURST", LOCAL_RATE);
      }
      environment.put("REFERRAL_URL", ports.url(Port.REFERRAL));
      environment.put("PROGRAMME_URL", ports.url(Port.PROGRAMME));
      environment.put("SAFETY_URL", ports.url(Port.SAFETY));
      environment.put("OUTCOMES_URL", ports.url(Port.OUTCOMES));
    }
    return environment;
  }

  private String gatewayStore() {
    return "postgresql://gateway:%s@127.0.0.1:%d/gateway"
        .formatted(passwords.ofDatabaseRole("gateway"), ports.of(Port.POSTGRES_MAIN));
  }

  /** The variables with which any principal, also a foreign one, would reach the broker. */
  public Map<String, String> kafka(String principal) {
    return Map.of(
        "KAFKA_BOOTSTRAP_SERVERS",
        "127.0.0.1:" + ports.of(Port.KAFKA),
        "KAFKA_USERNAME",
        principal,
        "KAFKA_PASSWORD",
        passwords.ofKafka(principal));
  }

  private Map<String, String> database(String prefix, String database, Port cluster) {
    return Map.of(
        prefix + "DATABASE_URL",
        "jdbc:postgresql://127.0.0.1:" + ports.of(cluster) + "/" + database,
        prefix + "DATABASE_USERNAME",
        database,
        prefix + "DATABASE_PASSWORD",
        passwords.ofDatabaseRole(database),
        prefix + "DATABASE_OWNER_USERNAME",
        database + "_owner",
        prefix + "DATABASE_OWNER_PASSWORD",
        passwords.ofDatabaseRole(database + "_owner"));
  }

  private static Port clusterOf(Service service) {
    return service == Service.SAFETY ? Port.POSTGRES_SAFETY : Port.POSTGRES_MAIN;
  }
}
