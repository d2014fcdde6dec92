package org.crossborough.programme.run;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.programme.session.PlannedSession;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A run to be scheduled: with a pattern, from which its sessions follow, or with every session
 * given, as when a course is entered that took place before.
 *
 * @param venue known to staff only; no event carries it
 * @param endsOn only with sessions given; otherwise the day of the last one
 * @param intakeEveryWeeks for rolling intake; every six where it is not given
 */
@Schema(name = "ScheduleRun")
record ScheduleRun(
    @NotBlank @Size(max = 60) String templateCode,
    @NotNull Integer templateVersion,
    @NotNull @Pattern(regexp = "E09\\d{6}") String boroughCode,
    @Nullable @Size(min = 1, max = 200) @Pattern(regexp = ".*\\S.*") String venue,
    @NotNull LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable @Min(1) Integer capacity,
    @NotNull @Size(max = 10) List<@NotBlank @Size(max = 100) String> facilitators,
    @Nullable @Size(min = 1, max = 200) List<@Valid @NotNull PlannedSession> sessions,
    @Nullable @Valid SchedulePattern schedule,
    @Nullable Intake intake,
    @Nullable @Min(1) @Max(26) Integer intakeEveryWeeks) {

  /** When men may come into a run. */
  enum Intake {
    /** At its start only. */
    CLOSED,
    /** Again every few weeks. */
    ROLLING
  }

  /** The sessions given; none where a pattern is. */
  List<PlannedSession> given() {
    return sessions == null ? List.of() : sessions;
  }
}
