package org.crossborough.safety.task;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as support workers see it in their list: no name, no way to reach anybody.
 *
 * @param late whether its time has passed
 * @param assignedTo whose it is; nobody's while absent
 */
record ContactTaskView(
    UUID id,
    UUID caseId,
    ContactTrigger trigger,
    boolean urgent,
    Instant raisedAt,
    Instant dueAt,
    boolean late,
    @Nullable String assignedTo,
    @Nullable Instant doneAt,
    long version) {}
