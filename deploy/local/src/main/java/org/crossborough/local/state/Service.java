package org.crossborough.local.state;

import java.util.Arrays;
import java.util.Locale;

/** The five services of the platform. */
public enum Service {
  REFERRAL(Port.REFERRAL, Port.REFERRAL_MANAGEMENT),
  PROGRAMME(Port.PROGRAMME, Port.PROGRAMME_MANAGEMENT),
  SAFETY(Port.SAFETY, Port.SAFETY_MANAGEMENT),
  OUTCOMES(Port.OUTCOMES, Port.OUTCOMES_MANAGEMENT),
  GATEWAY(Port.GATEWAY, Port.GATEWAY);

  private final Port port;
  private final Port management;

  Service(Port port, Port management) {
    this.port = port;
    this.management = management;
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

  /** Where it says how it is; the gateway does so at its door. */
  public Port management() {
    return management;
  }

  /** The gateway keeps nothing of the programme's: no database for it, and no Kafka. */
  public boolean keepsState() {
    return this != GATEWAY;
  }
}
