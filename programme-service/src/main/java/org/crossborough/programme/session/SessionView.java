package org.crossborough.programme.session;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.crossborough.programme.template.SessionPart;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as callers see it.
 *
 * @param startTime in London
 * @param actualMinutes how long it lasted, once it was held
 * @param facilitators who led it, once it was held
 * @param exceptionReason why fewer than two led it
 * @param plannedFacilitators who is to lead it
 * @param loneFacilitatorReason why it is planned with fewer than two
 * @param cancelReason why it does not take place
 * @param parts what it is made of; empty where only its countable share is known
 */
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
    @Nullable String exceptionReason,
    List<String> plannedFacilitators,
    @Nullable LoneFacilitatorReason loneFacilitatorReason,
    @Nullable SessionCancelReason cancelReason,
    @Nullable String phase,
    List<SessionPart> parts) {

  LocalDateTime starts() {
    return date.atTime(startTime);
  }
}
