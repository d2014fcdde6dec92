package org.crossborough.programme.session;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * What a register needs to know of its session.
 *
 * @param status whether it was held, or why no register can be taken of it
 * @param actualMinutes how long it lasted; 0 while it is not held
 * @param countableMinutes the violence work in it
 * @param parts its parts in their order, where the design names them; together they may be shorter
 *     or longer than the session turned out
 */
public record RegisterSheet(
    UUID sessionId,
    UUID runId,
    String boroughCode,
    LocalDate date,
    LocalTime startTime,
    SessionStatus status,
    int actualMinutes,
    int countableMinutes,
    List<Part> parts,
    long version) {

  /** Whether it took place, so that there is something to record. */
  public boolean held() {
    return status == SessionStatus.HELD;
  }

  /** A stretch of a session, in minutes, that counts as violence work or does not. */
  public record Part(int minutes, boolean countable) {}
}
