package org.crossborough.programme.template;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a programme; what follows from its sessions is worked out, not given.
 *
 * @param absencePolicy two in a row or three in all, where it is not given
 * @param individualSessionsCount whether minutes alone with a facilitator before the group count
 *     towards the minimum; they do not where it is not given
 * @param recordedReviews whether completion takes the end review and the request for the exit TOP
 *     on record; it does where it is not given
 */
@Schema(name = "PublishVersion")
record PublishVersion(
    @NotBlank @Size(max = 120) String title,
    @NotNull GroupType groupType,
    @NotNull ProgrammeForm form,
    @NotNull @Min(1) @Max(104) Integer weeks,
    @NotNull @Min(0) @Max(100_000) Integer minimumCountableMinutes,
    @NotNull @Size(max = 20) List<@NotNull ModuleCode> mandatoryModuleCodes,
    @Nullable @Valid AbsencePolicy absencePolicy,
    @Nullable Boolean individualSessionsCount,
    @Nullable Boolean recordedReviews,
    @NotNull @Size(min = 1, max = 200) List<@Valid @NotNull TemplateSession> sessions) {

  ProgrammeTemplate as(String code, int version) {
    List<SessionPart> parts = parts();
    return new ProgrammeTemplate(
        code,
        version,
        title,
        groupType,
        form,
        weeks,
        sessions.size(),
        SessionPart.minutes(parts),
        SessionPart.countableMinutes(parts),
        minimumCountableMinutes,
        SessionPart.moduleCodes(parts),
        mandatoryModuleCodes.stream().map(ModuleCode::name).distinct().toList(),
        Objects.requireNonNullElse(absencePolicy, AbsencePolicy.USUAL),
        Objects.requireNonNullElse(individualSessionsCount, false),
        Objects.requireNonNullElse(recordedReviews, true),
        sessions);
  }

  List<SessionPart> parts() {
    return sessions.stream().flatMap(session -> session.parts().stream()).toList();
  }
}
