package org.crossborough.programme.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.crossborough.chassis.identity.Caller;

/** Who does something, and when; what every history row is signed with. */
public record Act(String by, Instant at) {

  /** What the caller does now. */
  public static Act of(Caller caller, Instant at) {
    return new Act(caller.name(), at);
  }

  /** The day on which it is done. */
  public LocalDate day() {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
