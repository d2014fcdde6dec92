package org.crossborough.local.state;

import java.util.Locale;

/** Every port a platform listens on, with the number people expect. */
public enum Port {
  GATEWAY(8080, "gateway"),
  GATEWAY_TLS(8443, "gateway"),
  REFERRAL(8081, "referral-service"),
  PROGRAMME(8082, "programme-service"),
  SAFETY(8083, "safety-service"),
  OUTCOMES(8084, "outcomes-service"),
  REFERRAL_MANAGEMENT(9081, "referral-service"),
  PROGRAMME_MANAGEMENT(9082, "programme-service"),
  SAFETY_MANAGEMENT(9083, "safety-service"),
  OUTCOMES_MANAGEMENT(9084, "outcomes-service"),
  POSTGRES_MAIN(5433, "postgres-main"),
  POSTGRES_SAFETY(5434, "postgres-safety"),
  KAFKA(9092, "kafka"),
  KAFKA_CONTROLLER(9093, "kafka"),
  KEYCLOAK(8180, "keycloak"),
  KEYCLOAK_MANAGEMENT(9180, "keycloak");

  private final int usual;
  private final String process;

  Port(int usual, String process) {
    this.usual = usual;
    this.process = process;
  }

  public int usual() {
    return usual;
  }

  /** The name of the process that listens on it. */
  public String process() {
    return process;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
