package org.crossborough.safety.contact;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.safety.atrisk.PointMark;
import org.crossborough.safety.atrisk.PointMarks;
import org.crossborough.safety.atrisk.PointSafety;
import org.crossborough.safety.atrisk.SafeTimes;

/**
 * The rules of safe contact: which points an attempt touches, and what stands in its way. A pure
 * function of what is known. Whatever is marked less safe never allows more.
 */
public final class SafeContactPolicy {

  /** What may be done with one contact point, and what stands in the way of the rest. */
  public record Advice(ContactUse use, boolean allowed, List<ContactBar> reasons) {}

  private SafeContactPolicy() {}

  /** What may be done with a contact point at a moment. */
  public static List<Advice> advise(PointMark point, SafeTimes times, Instant at) {
    return ContactUse.with(point.type()).stream()
        .map(use -> {
          Set<ContactBar> bars = bars(use, point, times, at);
          return new Advice(use, bars.isEmpty(), List.copyOf(bars));
        })
        .toList();
  }

  /** Whether a point can be used so at all. */
  public static boolean offers(PointMark point, ContactUse use) {
    return ContactUse.with(point.type()).contains(use);
  }

  /** All that stands in the way of using a point so at a moment; nothing means go on. */
  public static Set<ContactBar> bars(ContactUse use, PointMark point, SafeTimes times, Instant at) {
    Set<ContactBar> bars = bars(use, point.marks());
    if (!times.allow(at)) {
      bars.add(ContactBar.OUTSIDE_SAFE_TIMES);
    }
    return bars;
  }

  /** What of the point itself stands in the way: unsafe is unsafe, unknown leaves no trace. */
  static Set<ContactBar> bars(ContactUse use, PointMarks marks) {
    Set<ContactBar> bars = EnumSet.noneOf(ContactBar.class);
    if (marks.safe() == PointSafety.NO) {
      bars.add(ContactBar.POINT_UNSAFE);
    }
    if (marks.perpetratorHasAccess() == PointSafety.YES) {
      bars.add(ContactBar.PERPETRATOR_HAS_ACCESS);
    }
    if (use.leavesTrace()) {
      if (marks.safe() == PointSafety.UNKNOWN) {
        bars.add(ContactBar.SAFETY_NOT_KNOWN);
      }
      if (marks.perpetratorHasAccess() == PointSafety.UNKNOWN) {
        bars.add(ContactBar.ACCESS_NOT_KNOWN);
      }
    }
    switch (use) {
      case VOICEMAIL -> need(marks.safeVoicemail(), ContactBar.NOT_SAFE_FOR_VOICEMAIL, bars);
      case TEXT -> need(marks.safeToText(), ContactBar.NOT_SAFE_TO_TEXT, bars);
      case LETTER -> need(marks.safeToPost(), ContactBar.NOT_SAFE_TO_POST, bars);
      case CALL, EMAIL, VIDEO, VIA_PROFESSIONAL, IN_PERSON -> {}
    }
    return bars;
  }

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

  /** The points at which somebody else was found. */
  static List<UUID> exposed(ReportedAttempt attempt, List<PointMark> touched) {
    return attempt.outcome().exposesPoint()
        ? touched.stream()
            .filter(point -> point.safe() != PointSafety.NO)
            .map(PointMark::id)
            .toList()
        : List.of();
  }

  private static void need(PointSafety said, ContactBar otherwise, Set<ContactBar> bars) {
    if (said != PointSafety.YES) {
      bars.add(otherwise);
    }
  }
}
