package org.crossborough.safety.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attempt as support workers see it. */
public record ContactAttemptView(
    UUID id,
    int attemptNo,
    Instant attemptedAt,
    ContactChannel channel,
    @Nullable UUID contactPointId,
    ContactOutcome outcome,
    boolean twoWay,
    @Nullable Integer durationMinutes,
    @Nullable SupportAnswer supportAccepted,
    List<ContactContent> content,
    @Nullable Boolean supportOffered,
    ReportedAttempt.@Nullable RiskChange riskChanged,
    @Nullable Instant nextContactDueAt) {}
