package org.crossborough.safety.atrisk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.safety.vault.Secret;

/** All the times at which she can be contacted; none given means that none was asked for. */
public record SafeTimes(List<SafeTime> times) {

  /** When nothing was said about times. */
  public static final SafeTimes ANY = new SafeTimes(List.of());

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** Whether she can be contacted at a moment. */
  public boolean allow(Instant moment) {
    ZonedDateTime there = moment.atZone(LONDON);
    return times.isEmpty() || times.stream().anyMatch(time -> time.contains(there));
  }

  /** The times as one text, to be sealed. */
  Secret written() {
    return Secret.of(
        times.stream()
            .map(time -> "%s %s %s".formatted(time.dayOfWeek(), time.from(), time.to()))
            .collect(Collectors.joining("\n")));
  }

  static SafeTimes read(Secret written) {
    return new SafeTimes(
        Stream.of(written.reveal().split("\n", -1)).map(SafeTimes::readOne).toList());
  }

  private static SafeTime readOne(String line) {
    String[] parts = line.split(" ", 3);
    return new SafeTime(
        DayOfWeek.valueOf(parts[0]), LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
  }
}
