package org.crossborough.programme.attendance;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.session.RegisterSheet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A register as it is handed in, for all men of a session or for some.
 *
 * @param id given by the device that took it; a register sent twice is taken once
 * @param takenAt when it was written down in the room
 */
@Schema(
    name = "Register",
    examples =
"""
{"id":"0197f3a0-1c00-7000-8000-000000000009","takenAt":"2026-02-03T20:30:00Z",\
"entries":[{"enrolmentId":"0197f3a0-1c00-7000-8000-000000000005","code":"ATTENDED",\
"attendedMinutes":150,"arrivedAt":"18:00","leftAt":"20:30"}]}
""")
record Register(
    @Nullable UUID id,
    @Nullable Instant takenAt,
    @NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Entry> entries) {

  /**
   * One man's line. Minutes are given, or follow from arrival and departure, breaks not counted.
   *
   * @param attendedMinutes nothing stands for 0, or for all between arrival and departure
   * @param makesUpFor the session that a make-up stands for
   * @param revision how often the line was written when it was last read, 0 for never; lets a
   *     register be taken although other lines changed meanwhile
   */
  @Schema(name = "RegisterEntry")
  record Entry(
      @NotNull UUID enrolmentId,
      @NotNull AttendanceCode code,
      @Nullable @Min(0) @Max(720) Integer attendedMinutes,
      @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:05")
          LocalTime arrivedAt,
      @Nullable @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "12:30")
          LocalTime leftAt,
      @Nullable UUID makesUpFor,
      @Nullable @Min(0) Integer revision) {

    /** The minutes he was there; not above those the session had. */
    int minutes(RegisterSheet session) {
      if (attendedMinutes != null) {
        return attendedMinutes;
      }
      return hasTimes() ? Math.min(between(session), session.actualMinutes()) : 0;
    }

    boolean hasTimes() {
      return arrivedAt != null && leftAt != null;
    }

    /** Minutes from the session's start to his arrival; 0 for one who was early. */
    int from(RegisterSheet session) {
      return arrivedAt == null ? 0 : Math.max(0, sinceStart(arrivedAt, session));
    }

    /** Minutes from the session's start to his departure. */
    int until(RegisterSheet session) {
      return leftAt == null ? session.actualMinutes() : sinceStart(leftAt, session);
    }

    /** Minutes between arrival and departure that lie in the session. */
    int between(RegisterSheet session) {
      return Math.max(0, until(session) - from(session));
    }

    private static int sinceStart(LocalTime time, RegisterSheet session) {
      return (int) ChronoUnit.MINUTES.between(session.startTime(), time);
    }
  }
}
