package org.crossborough.safety.atrisk;

import java.util.UUID;

/** A contact point without what it is: enough to decide whether it may be used. */
public record PointMark(UUID id, ContactPointType type, PointMarks marks) {

  /** Whether she alone is reached there. */
  public PointSafety safe() {
    return marks.safe();
  }
}
