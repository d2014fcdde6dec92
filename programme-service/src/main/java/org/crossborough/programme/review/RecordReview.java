package org.crossborough.programme.review;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is handed in: codes only.
 *
 * @param reviewedOn today when it is left out
 * @param violenceStopped his own account; no other account may be given here
 * @param exitTopRequestedOn when the keyworker was asked for the exit TOP; at the end only
 */
@Schema(
    name = "RecordReview",
    examples =
        "{\"stage\":\"INTAKE\",\"takingResponsibility\":\"PARTLY\",\"violenceStopped\":\"YES\","
            + "\"instrumentalUse\":\"REDUCED\",\"relapseTriggers\":[\"CONFLICT\"],"
            + "\"childContact\":\"SUPERVISED\",\"assessedRisk\":\"MEDIUM\"}")
record RecordReview(
    ProgressReview.@NotNull Stage stage,
    @Nullable LocalDate reviewedOn,
    ProgressReview.@NotNull TakingResponsibility takingResponsibility,
    ProgressReview.@NotNull ViolenceStopped violenceStopped,
    ProgressReview.@NotNull InstrumentalUse instrumentalUse,
    @NotNull @Size(max = 8) Set<ProgressReview.@NotNull RelapseTrigger> relapseTriggers,
    ProgressReview.@NotNull ChildContact childContact,
    ProgressReview.@NotNull AssessedRisk assessedRisk,
    @Nullable LocalDate exitTopRequestedOn) {}
