package org.crossborough.outcomes.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A product of one area and one period, as released.
 *
 * @param asOf the moment whose knowledge was counted
 * @param version 1 at first, and one more each time late facts changed what is shown
 */
public record KnownRelease(
    UUID id,
    FeedProduct product,
    String area,
    ReportingPeriod period,
    int version,
    String policy,
    Instant asOf,
    String releasedBy) {}
