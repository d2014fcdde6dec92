package org.crossborough.platform.driver;

import java.util.List;

/** Somebody at risk from the man; travels in a {@link SealedEnvelope} only. */
public record PersonAtRisk(
    String relationship, String name, List<ContactPoint> contactPoints, String boroughCode) {

  /** One way to reach her, and whether it is safe. */
  public record ContactPoint(String type, String value, String safe) {}
}
