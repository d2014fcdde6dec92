package org.crossborough.local.state;

import java.util.Arrays;
import java.util.Locale;

/** The five services of the platform. */
public enum Service {
  REFERRAL(Port.REFERRAL),
  PROGRAMME(Port.PROGRAMME),
  SAFETY(Port.SAFETY),
  OUTCOMES(Port.OUTCOMES),
  GATEWAY(Port.GATEWAY);

  private final Port port;

  Service(Port port) {
    this.port = port;
  }

  /** Accepts {@code referral} as well as {@code referral-service}. */
  public static Service named(String name) {
    return Arrays.stream(values())
        .filter(service -> name.equals(service.shortName()) || name.equals(service.module()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No service is called " + name));
  }

  /** Names the database, the Kafka principal and the roles. */
  public String shortName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Names the Maven module and the process. */
  public String module() {
    return this == GATEWAY ? "gateway" : shortName() + "-service";
  }

  public Port port() {
    return port;
  }

  /** The gateway keeps nothing: it has no database and no Kafka. */
  public boolean keepsState() {
    return this != GATEWAY;
  }
}
