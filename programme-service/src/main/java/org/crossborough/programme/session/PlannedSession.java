package org.crossborough.programme.session;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.crossborough.programme.template.SessionPart;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is put into the timetable.
 *
 * @param startTime in London
 * @param plannedMinutes without breaks
 * @param countableMinutes the share of them that is violence work
 * @param phase the stretch of the programme it belongs to
 * @param parts what it is made of; where given, their minutes are those of the session
 */
@Schema(name = "PlannedSession")
public record PlannedSession(
    @Min(1) @Max(200) int index,
    @NotNull LocalDate date,
    @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = SchemaType.STRING, examples = "10:00")
        LocalTime startTime,
    @Min(1) @Max(720) int plannedMinutes,
    @Min(0) @Max(720) int countableMinutes,
    @NotNull @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String> moduleCodes,
    @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String phase,
    @Nullable @Size(max = 20) List<@Valid @NotNull SessionPart> parts) {

  /** When it begins, in London. */
  public LocalDateTime starts() {
    return date.atTime(startTime);
  }

  /** When it ends if it takes as long as planned and has no break. */
  public LocalDateTime ends() {
    return starts().plusMinutes(plannedMinutes);
  }
}
