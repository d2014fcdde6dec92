package org.crossborough.programme.session;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A session as callers see it; the last three fields once it was held. */
@Schema(name = "Session")
public record SessionView(
    UUID id,
    UUID runId,
    int index,
    LocalDate date,
    @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
        LocalTime startTime,
    int plannedMinutes,
    int countableMinutes,
    List<String> moduleCodes,
    SessionStatus status,
    @Nullable Integer actualMinutes,
    @Nullable List<String> facilitators,
    @Nullable String exceptionReason) {}
