package org.crossborough.outcomes.release;

import static org.crossborough.outcomes.release.Subject.Measure.EVERYBODY;
import static org.crossborough.outcomes.release.Subject.Measure.count;
import static org.crossborough.outcomes.release.Subject.Measure.share;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.outcomes.disclosure.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Who is counted, and by which day. Everybody counted has one outcome, which is made of words; a
 * measure counts those of whom a word is true, so that all measures of a subject are parts of one
 * table and are protected together.
 */
enum Subject {
  /** Screenings that were completed, by their day; the borough is the one that screened. */
  SCREENINGS(
      List.of("NEGATIVE", "POSITIVE/NOT_REFERRED", "POSITIVE/REFERRED"),
      share("M-02", "POSITIVE", EVERYBODY),
      share("M-03", "REFERRED", "POSITIVE")),
  /** Referrals received in the period, duplicates excluded; the borough is the referring one. */
  REFERRALS(
      List.of(
          "NOT_RETURNED/NOT_ASSESSED",
          "NOT_RETURNED/ASSESSED",
          "RETURNED/NOT_ASSESSED",
          "RETURNED/ASSESSED"),
      count("M-01"),
      share("M-04", "RETURNED", EVERYBODY),
      share("M-05", "ASSESSED", EVERYBODY)),
  /** Referrals by the day of their latest decision, duplicates excluded. */
  DECISIONS(
      List.of(
          "DECLINED",
          "ACCEPTED/NO_DETAILS/NOT_STARTED",
          "ACCEPTED/NO_DETAILS/STARTED",
          "ACCEPTED/DETAILS/NOT_STARTED",
          "ACCEPTED/DETAILS/STARTED"),
      share("M-06", "ACCEPTED", EVERYBODY),
      share("M-07", "STARTED", "ACCEPTED"),
      share("M-16", "DETAILS", "ACCEPTED")),
  /** Referrals by the day of their first countable session. */
  STARTS(
      List.of("WITHIN_21_DAYS", "LATER"),
      share("M-10", "WITHIN_21_DAYS", "WITHIN_21_DAYS", EVERYBODY)),
  /**
   * Men first seen in the period at an assessment or a session, each once, by how far they came and
   * which TOPs they have.
   */
  MEN(
      men(),
      share("M-08", "STARTED", EVERYBODY),
      share("M-12", "REACHED", "STARTED"),
      share("M-20", "START", "ENTRY_TOP", "STARTED"),
      share("M-20", "EXIT", "EXIT_TOP", "ENDED")),
  /** Places on runs that men started, by the day they ended or their run did. */
  ENDINGS(List.of("COMPLETED", "NOT_COMPLETED"), share("M-13", "COMPLETED", EVERYBODY)),
  /** Places on runs that men left, by the day they did. */
  EXITS(reasons(), reasons().stream().map(Subject::exit).toArray(Measure[]::new)),
  /**
   * Substances that men of {@link #MEN} with both TOPs used at the start: one man may be counted
   * under several.
   */
  USES(List.of("STOPPED", "NOT_STOPPED"), share("M-23", "STOPPED", EVERYBODY));

  /**
   * A metric of the catalogue as a count, or as a part of a whole, of the people of a subject. Each
   * of the two is named by a word of the outcomes.
   *
   * @param metric the catalogue's id
   * @param variant which of a metric's several figures; null for a metric that has one
   * @param part whom the numerator counts
   * @param whole whom the denominator counts; null for a plain count
   */
  record Measure(String metric, @Nullable String variant, String part, @Nullable String whole) {

    /** The word that is true of everybody. */
    static final String EVERYBODY = "EVERYBODY";

    static Measure count(String metric) {
      return new Measure(metric, null, EVERYBODY, null);
    }

    static Measure share(String metric, String part, String whole) {
      return new Measure(metric, null, part, whole);
    }

    static Measure share(String metric, String variant, String part, String whole) {
      return new Measure(metric, variant, part, whole);
    }
  }

  static final String OUTCOME = "outcome";
  static final String QUARTER = "quarter";
  static final Dimension QUARTERS = new Dimension(QUARTER, List.of("Q1", "Q2", "Q3", "Q4"));

  private static final String BETWEEN_WORDS = "/";

  private final List<String> outcomes;
  private final List<Measure> measures;

  Subject(List<String> outcomes, Measure... measures) {
    this.outcomes = outcomes;
    this.measures = List.of(measures);
  }

  /** Every outcome there is; everybody counted has one of them. */
  List<String> outcomes() {
    return outcomes;
  }

  /** What is told of them. */
  List<Measure> measures() {
    return measures;
  }

  /** The measures of some metrics. */
  List<Measure> measures(String... metrics) {
    return measures.stream()
        .filter(measure -> Arrays.asList(metrics).contains(measure.metric()))
        .toList();
  }

  /** The outcomes of those of whom a word is true. */
  SortedSet<String> those(String word) {
    return outcomes.stream()
        .filter(outcome ->
            word.equals(EVERYBODY)
                || Arrays.asList(outcome.split(BETWEEN_WORDS, -1)).contains(word))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> men() {
    List<String> started =
        Stream.of("BELOW", "REACHED")
            .flatMap(
                hours -> Stream.of("NO_ENTRY_TOP", "ENTRY_TOP").map(entry -> hours + "/" + entry))
            .flatMap(so ->
                Stream.of("CURRENT", "ENDED/NO_EXIT_TOP", "ENDED/EXIT_TOP")
                    .map(end -> "STARTED/" + so + "/" + end))
            .toList();
    return Stream.concat(Stream.of("NOT_STARTED"), started.stream()).toList();
  }

  /** The reasons of the programme; one that is none of them is {@link Breakdown#OTHER}. */
  private static List<String> reasons() {
    return List.of(
        "DROPPED_OUT",
        "EXCLUDED_ABSENCE",
        "EXCLUDED_CONDUCT",
        "EXCLUDED_NEW_VIOLENCE",
        "EXCLUDED_AT_RISK_DETAILS_WITHHELD",
        "CUSTODY",
        "MOVED_AWAY",
        "TRANSFERRED",
        "HEALTH",
        "DIED",
        "TREATMENT_ENDED",
        "SERVICE_CLOSED",
        "PROGRAMME_REVIEW",
        Breakdown.OTHER);
  }

  private static Measure exit(String reason) {
    return share("M-15", reason, reason, EVERYBODY);
  }
}
