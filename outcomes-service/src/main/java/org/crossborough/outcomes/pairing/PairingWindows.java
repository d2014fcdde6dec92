package org.crossborough.outcomes.pairing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The windows around a man's programme within which his TOPs count for its start and its end. All
 * four limits belong to their window.
 */
public record PairingWindows(
    int startDaysBefore, int startDaysAfter, int laterDaysBefore, int laterDaysAfter) {

  private static final Set<Stage> START_STAGES = EnumSet.of(Stage.START, Stage.REVIEW);
  private static final Set<Stage> LATER_STAGES =
      EnumSet.of(Stage.REVIEW, Stage.EXIT, Stage.POST_TREATMENT_EXIT);

  // Of two records for one day the fuller counts, of two equally full ones the first received.
  private static final Comparator<Measure> PREFERENCE =
      Comparator.comparingInt(Measure::answers).reversed().thenComparing(Measure::topRecordId);

  /** The windows as configured. */
  public static PairingWindows of(PairingConfig config) {
    return new PairingWindows(
        config.startDaysBefore(),
        config.startDaysAfter(),
        config.laterDaysBefore(),
        config.laterDaysAfter());
  }

  /** The pair of one man; null when either half is missing. */
  public @Nullable Pair pair(
      Collection<Measure> measures, LocalDate firstCountableOn, LocalDate endedOn) {
    Measure start = start(measures, firstCountableOn);
    Measure later = start == null ? null : later(measures, endedOn, start.interviewedOn());
    return start == null || later == null ? null : new Pair(start, later);
  }

  private @Nullable Measure start(Collection<Measure> measures, LocalDate firstCountableOn) {
    LocalDate from = firstCountableOn.minusDays(startDaysBefore);
    LocalDate to = firstCountableOn.plusDays(startDaysAfter);
    return measures.stream()
        .filter(measure -> START_STAGES.contains(measure.stage()))
        .filter(measure -> isWithin(measure.interviewedOn(), from, to))
        .min(Comparator.comparing(Measure::interviewedOn).reversed().thenComparing(PREFERENCE))
        .orElse(null);
  }

  private @Nullable Measure later(
      Collection<Measure> measures, LocalDate endedOn, LocalDate startedOn) {
    LocalDate from = endedOn.minusDays(laterDaysBefore);
    LocalDate to = endedOn.plusDays(laterDaysAfter);
    return measures.stream()
        .filter(measure -> LATER_STAGES.contains(measure.stage()))
        .filter(measure -> isWithin(measure.interviewedOn(), from, to))
        // After a short stay the windows meet, and a review must not be paired with itself.
        .filter(measure -> measure.interviewedOn().isAfter(startedOn))
        .min(Comparator.comparing(Measure::interviewedOn).thenComparing(PREFERENCE))
        .orElse(null);
  }

  private static boolean isWithin(LocalDate date, LocalDate from, LocalDate to) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
