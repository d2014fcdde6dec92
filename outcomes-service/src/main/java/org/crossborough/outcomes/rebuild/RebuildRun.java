package org.crossborough.outcomes.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild, running or over.
 *
 * @param eventsRead of all topics, so far
 * @param eventsKnown on all topics when it began
 * @param rowsChanged in how many rows the running read models differed from the rebuilt ones
 * @param digest of all read models after it
 * @param failure the kind of fault that ended it
 */
record RebuildRun(
    UUID id,
    State state,
    Instant startedAt,
    String startedBy,
    @Nullable Instant finishedAt,
    long eventsRead,
    long eventsKnown,
    @Nullable Long rowsChanged,
    @Nullable String digest,
    @Nullable String failure) {

  /** How far it came. */
  enum State {
    RUNNING,
    DONE,
    /** It ended by a fault; the running read models are as they were. */
    FAILED,
    /** The service stopped; the running read models are as they were. */
    INTERRUPTED
  }
}
