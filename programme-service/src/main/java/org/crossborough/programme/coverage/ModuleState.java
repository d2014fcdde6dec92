package org.crossborough.programme.coverage;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One module as it stands for one man.
 *
 * @param mandatory he cannot complete without it
 * @param covered he was at a session of it, made up for one, or worked on it alone where that
 *     counts
 * @param missedSessionIds held sessions of it that he has neither attended nor made up for
 * @param toCome how many sessions of it are still in his run's timetable
 */
@Schema(name = "ModuleState")
public record ModuleState(
    String moduleCode,
    boolean mandatory,
    boolean covered,
    List<UUID> missedSessionIds,
    int toCome) {

  /** Whether it must still be made up for: it is not covered and will not come by itself. */
  public boolean toMakeUp() {
    return mandatory && !covered && toCome == 0;
  }
}
