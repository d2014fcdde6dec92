package org.crossborough.programme.capacity;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The places of a run that is not over.
 *
 * @param taken by men who are planned, active or suspended
 * @param free never below zero
 * @param overCapacity men beyond the places, whom somebody must place elsewhere
 * @param belowMinimumToRun whether it has fewer men than a group should have
 * @param nextIntakeOn when men may come in next, early enough to reach the programme's minimum
 *     hours; absent when no such day is left
 */
@Schema(name = "RunPlaces")
record RunPlaces(
    UUID runId,
    String templateCode,
    int templateVersion,
    String boroughCode,
    LocalDate startsOn,
    LocalDate endsOn,
    int capacity,
    int taken,
    int free,
    int overCapacity,
    boolean belowMinimumToRun,
    @Nullable LocalDate nextIntakeOn) {}
