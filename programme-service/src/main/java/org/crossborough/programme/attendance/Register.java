package org.crossborough.programme.attendance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A register as it is handed in, for all men of a session or for some. */
@Schema(name = "Register")
record Register(@NotNull @Size(min = 1, max = 100) List<@Valid @NotNull Entry> entries) {

  /**
   * One man's line.
   *
   * @param attendedMinutes nothing stands for 0
   */
  @Schema(name = "RegisterEntry")
  record Entry(
      @NotNull UUID enrolmentId,
      @NotNull AttendanceCode code,
      @Nullable @Min(0) @Max(720) Integer attendedMinutes) {

    int minutes() {
      return attendedMinutes == null ? 0 : attendedMinutes;
    }
  }
}
