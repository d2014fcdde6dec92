package org.crossborough.programme.completion;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;

/** What completion takes; each condition says by itself what is missing. */
enum Condition {
  ENOUGH_COUNTABLE_MINUTES(facts ->
      facts.countableMinutes() >= facts.minimumMinutes()
          ? List.of()
          : List.of(
              new Violation(
                  "countableMinutes",
                  "HOURS_SHORT",
                  "%d of %d countable minutes"
                      .formatted(facts.countableMinutes(), facts.minimumMinutes())))),
  MANDATORY_MODULES_COVERED(facts -> {
    SortedSet<String> missing = new TreeSet<>(facts.mandatoryModules());
    missing.removeAll(facts.coveredModules());
    return missing.stream()
        .map(module ->
            new Violation(
                "modules." + module, "MODULE_MISSING", module + " is neither covered nor made up"))
        .toList();
  }),
  END_REVIEW_RECORDED(facts ->
      !facts.recordedReviews() || facts.endReviewOn() != null
          ? List.of()
          : List.of(
              new Violation("reviews.END", "END_REVIEW_MISSING", "no end review is recorded"))),
  EXIT_TOP_REQUESTED(facts ->
      !facts.recordedReviews() || facts.exitTopRequestedOn() != null
          ? List.of()
          : List.of(
              new Violation(
                  "reviews.END.exitTopRequestedOn",
                  "EXIT_TOP_NOT_REQUESTED",
                  "the exit TOP has not been asked for")));

  /**
   * All that completion is judged by; nothing of it comes from anywhere but his own side.
   *
   * @param minimumMinutes of violence work
   * @param recordedReviews the programme wants the end review and the request for the exit TOP on
   *     record
   */
  record Facts(
      int countableMinutes,
      int minimumMinutes,
      Set<String> mandatoryModules,
      Set<String> coveredModules,
      boolean recordedReviews,
      @Nullable LocalDate endReviewOn,
      @Nullable LocalDate exitTopRequestedOn) {}

  private final Function<Facts, List<Violation>> missing;

  Condition(Function<Facts, List<Violation>> missing) {
    this.missing = missing;
  }

  /** What this condition still misses; nothing when it is met. */
  List<Violation> missing(Facts facts) {
    return missing.apply(facts);
  }

  /** What all of them miss, in their order. */
  static List<Violation> allMissing(Facts facts) {
    return Arrays.stream(values()).flatMap(condition -> condition.missing(facts).stream()).toList();
  }
}
