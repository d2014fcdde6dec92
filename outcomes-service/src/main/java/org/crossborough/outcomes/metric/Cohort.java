package org.crossborough.outcomes.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Pair;
import org.crossborough.outcomes.pairing.PairingWindows;
import org.crossborough.outcomes.pathway.Participation;
import org.jspecify.annotations.Nullable;

/** The men placed on some runs, each counted once however many runs he was on. */
record Cohort(List<Man> men) {

  /**
   * One man over all his places.
   *
   * @param reachedThreshold whether all his countable minutes reach the highest of his minimums
   */
  record Man(boolean workedWith, boolean started, boolean reachedThreshold, @Nullable Pair pair) {}

  static Cohort of(
      Collection<Participation> places, Collection<Measure> measures, PairingWindows windows) {
    Map<UUID, List<Measure>> byPerson =
        measures.stream().collect(Collectors.groupingBy(Measure::personId));
    return new Cohort(
        places.stream().collect(Collectors.groupingBy(Participation::personId)).entrySet().stream()
            .map(
                man -> man(man.getValue(), byPerson.getOrDefault(man.getKey(), List.of()), windows))
            .toList());
  }

  long workedWith() {
    return men.stream().filter(Man::workedWith).count();
  }

  long started() {
    return men.stream().filter(Man::started).count();
  }

  long reachedThreshold() {
    return men.stream().filter(Man::reachedThreshold).count();
  }

  /** The pairs of those who started and have one. */
  Stream<Pair> pairs() {
    return men.stream().map(Man::pair).filter(Objects::nonNull);
  }

  private static Man man(
      List<Participation> places, List<Measure> measures, PairingWindows windows) {
    List<Participation> started =
        places.stream().filter(place -> place.firstCountableOn() != null).toList();
    boolean contacted = places.stream().anyMatch(Participation::contacted);
    if (started.isEmpty()) {
      return new Man(contacted, false, false, null);
    }
    int minutes = started.stream().mapToInt(Participation::countableMinutes).sum();
    int threshold = started.stream().mapToInt(Participation::thresholdMinutes).max().orElseThrow();
    LocalDate first =
        started.stream()
            .map(Participation::firstCountableOn)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    LocalDate last =
        started.stream().map(Participation::endedOn).max(Comparator.naturalOrder()).orElseThrow();
    return new Man(contacted, true, minutes >= threshold, windows.pair(measures, first, last));
  }
}
