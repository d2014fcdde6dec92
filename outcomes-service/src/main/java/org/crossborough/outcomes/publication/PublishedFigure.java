package org.crossborough.outcomes.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A London-wide figure as another service released it, under its own policy. */
public record PublishedFigure(
    String period,
    String metric,
    String variant,
    String policy,
    @Nullable Integer numerator,
    @Nullable Integer denominator,
    boolean suppressed,
    Instant publishedAt) {}
