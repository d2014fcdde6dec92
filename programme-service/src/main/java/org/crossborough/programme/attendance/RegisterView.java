package org.crossborough.programme.attendance;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What now stands for those a register named, in its order; or for all, when it is read. */
@Schema(name = "RegisterAnswer")
record RegisterView(UUID sessionId, List<Line> entries) {

  /** One man's line, with how often it was written. */
  @Schema(name = "RegisterLine")
  record Line(
      UUID enrolmentId,
      AttendanceCode code,
      int attendedMinutes,
      int countableMinutes,
      int revision,
      @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:05")
          LocalTime arrivedAt,
      @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "12:30")
          LocalTime leftAt,
      @Nullable UUID makesUpFor,
      @Nullable Instant takenAt) {

    static Line of(Attendance attendance) {
      return new Line(
          attendance.enrolmentId(),
          attendance.code(),
          attendance.attendedMinutes(),
          attendance.countableMinutes(),
          attendance.revision(),
          attendance.arrivedAt(),
          attendance.leftAt(),
          attendance.makesUpFor(),
          attendance.takenAt());
    }
  }

  /**
   * A line that would overwrite what its writer had not seen.
   *
   * @param standing what stands; absent when nothing does
   */
  @Schema(name = "RegisterDifference")
  record Difference(UUID enrolmentId, @Nullable Line standing, Register.Entry handedIn) {}
}
