package org.crossborough.platform.driver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One man on one run. */
public record Enrolment(
    String id,
    String referralId,
    String runId,
    String status,
    boolean clearToStart,
    @Nullable String review,
    int attendedMinutes,
    int countableMinutes,
    @Nullable LocalDate startedOn) {}
