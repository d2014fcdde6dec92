package org.crossborough.programme.session;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a register needs to know of its session.
 *
 * @param actualMinutes how long it lasted; 0 while it is not held
 * @param countableMinutes the violence work in it
 */
public record RegisterSheet(
    UUID sessionId,
    UUID runId,
    String boroughCode,
    LocalDate date,
    boolean held,
    int actualMinutes,
    int countableMinutes,
    long version) {}
