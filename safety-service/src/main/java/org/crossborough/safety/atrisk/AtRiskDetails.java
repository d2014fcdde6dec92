package org.crossborough.safety.atrisk;

import java.util.List;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/** What was handed over about one person at risk. */
public record AtRiskDetails(
    Relationship relationship,
    Secret name,
    List<Point> contactPoints,
    SafeTimes safeTimes,
    @Nullable String boroughCode) {

  /** Who told of her; the first is what the man gave when he was referred. */
  public enum Source {
    PERPETRATOR,
    REFERRER,
    POLICE,
    CHILDREN_SERVICES,
    SELF,
    OTHER
  }

  /** One way to reach her. */
  public record Point(ContactPointType type, Secret value, PointSafety safe) {}

  /** Always the same, whatever the details. */
  @Override
  public String toString() {
    return "[at-risk details]";
  }
}
