package org.crossborough.safety.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request of hers, without its words. */
record SurvivorRequestView(
    UUID id,
    SurvivorRequest.Kind kind,
    LocalDate receivedOn,
    Instant recordedAt,
    SurvivorRequest.@Nullable Decision decision,
    @Nullable Instant decidedAt,
    @Nullable String reasonCode,
    long version) {}
