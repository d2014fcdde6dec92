package org.crossborough.programme.attendance;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What now stands for those a register named, in its order. */
@Schema(name = "RegisterAnswer")
record RegisterView(UUID sessionId, List<Line> entries) {

  /** One man's line, with how often it was written. */
  @Schema(name = "RegisterLine")
  record Line(
      UUID enrolmentId,
      AttendanceCode code,
      int attendedMinutes,
      int countableMinutes,
      int revision) {

    static Line of(Attendance attendance) {
      return new Line(
          attendance.enrolmentId(),
          attendance.code(),
          attendance.attendedMinutes(),
          attendance.countableMinutes(),
          attendance.revision());
    }
  }
}
