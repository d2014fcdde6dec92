package org.crossborough.safety.atrisk;

import java.util.List;
import org.crossborough.safety.vault.Secret;

/** A person at risk, opened for somebody whose reading has been audited. */
public record DisclosedPerson(
    Secret relationship, Secret name, List<Point> contactPoints, SafeTimes safeTimes) {

  /** The same person with what became known of her since. */
  public DisclosedPerson as(Secret nowRelationship, Secret nowName, SafeTimes nowTimes) {
    return new DisclosedPerson(nowRelationship, nowName, contactPoints, nowTimes);
  }

  /** One way to reach her. */
  public record Point(PointMark mark, Secret value) {}
}
