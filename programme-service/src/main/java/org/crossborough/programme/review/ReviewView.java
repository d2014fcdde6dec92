package org.crossborough.programme.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review as facilitators and managers see it. */
@Schema(name = "Review")
record ReviewView(
    UUID id,
    UUID enrolmentId,
    ProgressReview.Stage stage,
    LocalDate reviewedOn,
    ProgressReview.TakingResponsibility takingResponsibility,
    ProgressReview.ViolenceStopped violenceStopped,
    ProgressReview.InstrumentalUse instrumentalUse,
    List<String> relapseTriggers,
    ProgressReview.ChildContact childContact,
    ProgressReview.AssessedRisk assessedRisk,
    @Nullable LocalDate exitTopRequestedOn,
    Instant recordedAt,
    String recordedBy) {}
