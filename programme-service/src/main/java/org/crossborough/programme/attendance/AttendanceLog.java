package org.crossborough.programme.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the log says, for features that judge by it. */
@ApplicationScoped
public class AttendanceLog {

  /**
   * What stands for a man at one session.
   *
   * @param code the name of the attendance code
   * @param countable it is one of those that count
   * @param makesUpFor the missed session this stands for
   */
  public record Mark(
      UUID sessionId,
      LocalDate heldOn,
      String code,
      boolean countable,
      int attendedMinutes,
      int countableMinutes,
      @Nullable UUID makesUpFor) {

    static Mark of(Attendance line) {
      return new Mark(
          line.sessionId(),
          line.heldOn(),
          line.code().name(),
          line.code().isCountable(),
          line.attendedMinutes(),
          line.countableMinutes(),
          line.makesUpFor());
    }

    /** The session whose content he has been through: the missed one, when this made up for it. */
    public UUID contentOf() {
      return makesUpFor == null ? sessionId : makesUpFor;
    }
  }

  /** One line of the log as it was written, whether it stands or was corrected since. */
  @Schema(name = "AttendanceLine")
  public record Line(
      UUID id,
      UUID sessionId,
      LocalDate heldOn,
      String code,
      int attendedMinutes,
      int countableMinutes,
      int revision,
      @Nullable UUID makesUpFor,
      @Nullable Instant takenAt,
      Instant recordedAt,
      String recordedBy) {

    static Line of(Attendance line) {
      return new Line(
          line.id(),
          line.sessionId(),
          line.heldOn(),
          line.code().name(),
          line.attendedMinutes(),
          line.countableMinutes(),
          line.revision(),
          line.makesUpFor(),
          line.takenAt(),
          line.recordedAt(),
          line.recordedBy());
    }
  }

  private final Attendances attendances;

  AttendanceLog(Attendances attendances) {
    this.attendances = attendances;
  }

  /** What stands for each of these men, in the order of days. */
  public Map<UUID, List<Mark>> of(Collection<UUID> enrolmentIds) {
    return attendances.standingOf(enrolmentIds).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, man -> man.getValue().stream().map(Mark::of).toList()));
  }

  /** The same of one man. */
  public List<Mark> of(UUID enrolmentId) {
    return of(List.of(enrolmentId)).getOrDefault(enrolmentId, List.of());
  }

  /** Every line ever written about a man, newest first, below an id. */
  public List<Line> history(UUID enrolmentId, UUID before, int rows) {
    return attendances.history(enrolmentId, before, rows).stream().map(Line::of).toList();
  }
}
