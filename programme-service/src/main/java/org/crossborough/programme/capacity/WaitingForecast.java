package org.crossborough.programme.capacity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How long men may have to wait. There is one queue for all boroughs, longest wait first, and the
 * places that are free today at the next intake of each run; the first in the queue gets the first
 * place. Places that may become free later are not counted, so the forecast errs to the long side;
 * where places run out it says that it does not know.
 *
 * @param nextPlaceOn when somebody who joins the queue today would have a place; absent when no
 *     place is in sight for him
 */
@Schema(name = "WaitingForecast")
record WaitingForecast(
    LocalDate asOf,
    String method,
    int waiting,
    int placesInSight,
    boolean known,
    @Nullable LocalDate nextPlaceOn,
    @Nullable Integer nextPlaceInDays,
    List<OfBorough> boroughs) {

  static final String METHOD =
      "One queue for all boroughs, longest wait first, against the places free today at the next"
          + " intake of each run. Later places are not counted. Days are from the start of waiting"
          + " to the intake. Unknown where the places in sight do not reach.";

  /** Somebody in the queue. */
  record Waiting(String boroughCode, LocalDate since) {}

  /** Free places at an intake. */
  record Places(LocalDate on, int free) {}

  /**
   * The forecast for those whom one borough referred.
   *
   * @param longestWaitDays so far
   * @param known whether the middle one of them has a place in sight
   * @param medianWaitDays of the whole wait, from its start to the intake; absent unless known
   * @param withoutPlaceInSight how many have none
   */
  @Schema(name = "BoroughWaitingForecast")
  record OfBorough(
      String boroughCode,
      int waiting,
      int longestWaitDays,
      boolean known,
      @Nullable Integer medianWaitDays,
      int withoutPlaceInSight) {

    private static OfBorough of(String borough, List<Wait> waits) {
      int[] whole = waits.stream().mapToInt(Wait::whole).sorted().toArray();
      // Whoever has no place in sight waits longest, so a middle that is known is the true one.
      int median = whole[(whole.length - 1) / 2];
      return new OfBorough(
          borough,
          whole.length,
          waits.stream().mapToInt(Wait::soFar).max().orElse(0),
          median != Wait.UNKNOWN,
          median == Wait.UNKNOWN ? null : median,
          (int) Arrays.stream(whole).filter(days -> days == Wait.UNKNOWN).count());
    }
  }

  /** One man's wait in days: so far, and as a whole. */
  private record Wait(int soFar, int whole) {

    static final int UNKNOWN = Integer.MAX_VALUE;
  }

  /**
   * The forecast of a day.
   *
   * @param queue longest wait first
   * @param supply in any order; what lies in the past or is not positive is left out
   */
  static WaitingForecast of(List<Waiting> queue, List<Places> supply, LocalDate today) {
    List<LocalDate> places =
        supply.stream()
            .filter(intake -> !intake.on().isBefore(today))
            .sorted(Comparator.comparing(Places::on))
            .flatMap(
                intake -> Collections.nCopies(Math.max(0, intake.free()), intake.on()).stream())
            .toList();
    Map<String, List<Wait>> byBorough = new TreeMap<>();
    IntStream.range(0, queue.size())
        .forEach(position -> {
          Waiting man = queue.get(position);
          byBorough
              .computeIfAbsent(man.boroughCode(), _ -> new ArrayList<>())
              .add(wait(man, placeOf(places, position), today));
        });
    @Nullable LocalDate next = placeOf(places, queue.size());
    return new WaitingForecast(
        today,
        METHOD,
        queue.size(),
        places.size(),
        next != null,
        next,
        next == null ? null : days(today, next),
        byBorough.entrySet().stream()
            .map(borough -> OfBorough.of(borough.getKey(), borough.getValue()))
            .toList());
  }

  private static Wait wait(Waiting man, @Nullable LocalDate place, LocalDate today) {
    return new Wait(
        days(man.since(), today), place == null ? Wait.UNKNOWN : days(man.since(), place));
  }

  private static @Nullable LocalDate placeOf(List<LocalDate> places, int position) {
    return position < places.size() ? places.get(position) : null;
  }

  /** Never negative: a wait that is to begin later has not begun. */
  private static int days(LocalDate from, LocalDate to) {
    return (int) Math.max(0, ChronoUnit.DAYS.between(from, to));
  }
}
