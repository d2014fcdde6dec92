package org.crossborough.safety.atrisk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** A time of the week, on London's clocks, at which she can be contacted. */
public record SafeTime(DayOfWeek dayOfWeek, LocalTime from, LocalTime to) {

  boolean contains(ZonedDateTime moment) {
    LocalTime time = moment.toLocalTime();
    return moment.getDayOfWeek() == dayOfWeek && !time.isBefore(from) && time.isBefore(to);
  }

  /** Always the same: when she is alone is hers to tell. */
  @Override
  public String toString() {
    return "[safe time]";
  }
}
