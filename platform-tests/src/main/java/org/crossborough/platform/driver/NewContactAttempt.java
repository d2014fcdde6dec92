package org.crossborough.platform.driver;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a support worker writes down after she tried to reach a person at risk. */
public record NewContactAttempt(
    Instant attemptedAt,
    String channel,
    @Nullable String contactPointId,
    String outcome,
    @Nullable Integer durationMinutes,
    @Nullable String supportAccepted,
    @Nullable List<String> content) {}
