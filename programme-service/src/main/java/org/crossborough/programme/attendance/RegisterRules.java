package org.crossborough.programme.attendance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.programme.session.RegisterSheet;

/** What the lines of a register must satisfy, each by itself and together. */
final class RegisterRules {

  private final RegisterSheet session;
  private final Set<UUID> enrolled;
  private final int partialBelowPercent;

  RegisterRules(RegisterSheet session, Set<UUID> enrolled, AttendanceConfig config) {
    this.session = session;
    this.enrolled = enrolled;
    this.partialBelowPercent = config.partialBelowPercent();
  }

  List<Violation> violations(Register register) {
    List<Violation> found = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    for (int position = 0; position < register.entries().size(); position++) {
      Register.Entry entry = register.entries().get(position);
      String path = path(position);
      if (!enrolled.contains(entry.enrolmentId())) {
        found.add(
            new Violation(path + "enrolmentId", "NOT_ENROLLED", "is not enrolled on this run"));
      } else if (!seen.add(entry.enrolmentId())) {
        found.add(new Violation(path + "enrolmentId", "REPEATED", "is in the register twice"));
      }
      makeUp(entry, path + "makesUpFor").ifPresent(found::add);
      times(entry, path).or(() -> minutes(entry, path + "attendedMinutes")).ifPresent(found::add);
    }
    return found;
  }

  static String path(int position) {
    return "entries[%d].".formatted(position);
  }

  private Optional<Violation> makeUp(Register.Entry entry, String field) {
    boolean isMakeUp = entry.code() == AttendanceCode.MAKE_UP;
    if (isMakeUp && entry.makesUpFor() == null) {
      return violation(field, "REQUIRED", "must name the missed session");
    }
    if (!isMakeUp && entry.makesUpFor() != null) {
      return violation(field, "NOT_A_MAKE_UP", "is for MAKE_UP only");
    }
    return session.sessionId().equals(entry.makesUpFor())
        ? violation(field, "SAME_SESSION", "must be another session than this")
        : Optional.empty();
  }

  private Optional<Violation> times(Register.Entry entry, String path) {
    if (entry.arrivedAt() == null && entry.leftAt() == null) {
      return Optional.empty();
    }
    if (!entry.hasTimes()) {
      String missing = entry.arrivedAt() == null ? "arrivedAt" : "leftAt";
      return violation(path + missing, "REQUIRED", "must be given with the other time");
    }
    if (!entry.code().isPresent()) {
      return violation(path + "arrivedAt", "NOT_THERE", "is not for someone who was not there");
    }
    if (entry.between(session) == 0) {
      return violation(path + "leftAt", "NOT_AFTER_ARRIVAL", "must be after arrival and start");
    }
    Integer given = entry.attendedMinutes();
    return given != null && given > entry.between(session)
        ? violation(path + "attendedMinutes", "EXCEEDS_TIMES", "must fit between the times")
        : Optional.empty();
  }

  private Optional<Violation> minutes(Register.Entry entry, String field) {
    int minutes = entry.minutes(session);
    if (!entry.code().isPresent()) {
      return minutes == 0
          ? Optional.empty()
          : violation(field, "MUST_BE_ZERO", "must be 0 for someone who was not there");
    }
    if (minutes == 0) {
      return violation(field, "MUST_BE_POSITIVE", "must be above 0 for someone who was there");
    }
    if (minutes > session.actualMinutes()) {
      return violation(
          field, "EXCEEDS_SESSION", "must not be above %d".formatted(session.actualMinutes()));
    }
    return share(entry, field);
  }

  private Optional<Violation> share(Register.Entry entry, String field) {
    boolean part =
        100L * entry.minutes(session) < (long) partialBelowPercent * session.actualMinutes();
    return switch (entry.code()) {
      case ATTENDED ->
          part
              ? violation(field, "TOO_FEW_FOR_ATTENDED", "is partial: use PARTIAL")
              : Optional.empty();
      case PARTIAL ->
          part
              ? Optional.empty()
              : violation(field, "TOO_MANY_FOR_PARTIAL", "is not partial: use ATTENDED");
      case MAKE_UP,
          ABSENT_AUTHORISED,
          ABSENT_UNAUTHORISED,
          TURNED_AWAY_INTOXICATED,
          TURNED_AWAY_LATE,
          REMOVED_FROM_SESSION,
          NOT_REQUIRED ->
          Optional.empty();
    };
  }

  private static Optional<Violation> violation(String field, String code, String message) {
    return Optional.of(new Violation(field, code, message));
  }
}
