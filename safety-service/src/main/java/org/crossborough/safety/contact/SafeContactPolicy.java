package org.crossborough.safety.contact;

import java.util.List;
import java.util.UUID;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointSafety;

/** Which contact points an attempt touches, and whether it may touch them. */
final class SafeContactPolicy {

  private SafeContactPolicy() {}

  /**
   * The points an attempt touches. One that names none is taken to have used every point of its
   * channel, so that leaving the name out is never the way around a rule.
   */
  static List<PointMark> touched(ReportedAttempt attempt, List<PointMark> points) {
    UUID named = attempt.contactPointId();
    return points.stream()
        .filter(point ->
            named == null ? attempt.channel().uses(point.type()) : point.id().equals(named))
        .toList();
  }

  /** Unsafe is unsafe; unknown is unsafe for whatever leaves a trace. */
  static boolean allows(ReportedAttempt attempt, PointMark point) {
    boolean leavesTrace =
        attempt.channel().leavesTrace() || attempt.outcome() == ContactOutcome.VOICEMAIL_LEFT;
    return switch (point.safe()) {
      case YES -> true;
      case NO -> false;
      case UNKNOWN -> !leavesTrace;
    };
  }

  /** The points at which somebody else was found. */
  static List<UUID> exposed(ReportedAttempt attempt, List<PointMark> touched) {
    return attempt.outcome().exposesPoint()
        ? touched.stream()
            .filter(point -> point.safe() != PointSafety.NO)
            .map(PointMark::id)
            .toList()
        : List.of();
  }
}
