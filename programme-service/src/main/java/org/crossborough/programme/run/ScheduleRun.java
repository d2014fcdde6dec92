package org.crossborough.programme.run;

import jakarta.validation.Valid;
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
 * A run to be scheduled, with all its sessions.
 *
 * @param venue known to staff only; no event carries it
 */
@Schema(name = "ScheduleRun")
record ScheduleRun(
    @NotBlank @Size(max = 60) String templateCode,
    @NotNull Integer templateVersion,
    @NotNull @Pattern(regexp = "E09\\d{6}") String boroughCode,
    @Nullable @Size(min = 1, max = 200) String venue,
    @NotNull LocalDate startsOn,
    @NotNull LocalDate endsOn,
    @Nullable @Min(1) Integer capacity,
    @NotNull @Size(max = 10) List<@NotBlank @Size(max = 100) String> facilitators,
    @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull PlannedSession> sessions) {}
