package org.crossborough.outcomes.metric;

import static org.crossborough.outcomes.metric.Metric.Counted.DECISIONS;
import static org.crossborough.outcomes.metric.Metric.Counted.EXITS;
import static org.crossborough.outcomes.metric.Metric.Counted.LONDON;
import static org.crossborough.outcomes.metric.Metric.Counted.REFERRALS;
import static org.crossborough.outcomes.metric.Metric.Counted.RUNS;
import static org.crossborough.outcomes.metric.Metric.Counted.SCREENINGS;
import static org.crossborough.outcomes.metric.Metric.Counted.STARTS;
import static org.crossborough.outcomes.metric.Metric.Owner.OUTCOMES;
import static org.crossborough.outcomes.metric.Metric.Owner.PROGRAMME;
import static org.crossborough.outcomes.metric.Metric.Owner.REFERRAL;
import static org.crossborough.outcomes.metric.Metric.Owner.SUPPORT;
import static org.crossborough.outcomes.tally.Breakdown.BOROUGH;
import static org.crossborough.outcomes.tally.Breakdown.QUARTER;
import static org.crossborough.outcomes.tally.Breakdown.SOURCE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crossborough.outcomes.pairing.PairAnchor;
import org.crossborough.outcomes.tally.Breakdown;
import org.crossborough.outcomes.tally.Method;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue: every metric there is, in plain words. {@code docs/outcomes-model.md}. */
enum Metric {
  RECEIVED("M-01", REFERRALS, REFERRAL, Method.COUNT),
  SCREENING_YIELD("M-02", SCREENINGS, REFERRAL, Method.COUNT_RATIO),
  DISCLOSERS_REFERRED("M-03", SCREENINGS, REFERRAL, Method.COUNT_RATIO),
  RETURNED_INCOMPLETE("M-04", REFERRALS, REFERRAL, Method.COUNT_RATIO),
  ASSESSED("M-05", REFERRALS, REFERRAL, Method.COUNT_RATIO),
  ACCEPTED("M-06", DECISIONS, REFERRAL, Method.COUNT_RATIO),
  START_RATE_OF_ACCEPTED("M-07", DECISIONS, PROGRAMME, Method.COUNT_RATIO),
  START_RATE("M-08", RUNS, PROGRAMME, Method.COUNT_RATIO),
  WAIT_TO_ASSESSMENT("M-09", REFERRALS, REFERRAL, Method.QUANTILE),
  WAIT_TO_START("M-10", STARTS, PROGRAMME, Method.QUANTILE),
  HOURS_DELIVERED("M-11", RUNS, PROGRAMME, Method.SUM),
  THRESHOLD_REACHED("M-12", RUNS, PROGRAMME, Method.COUNT_RATIO),
  COMPLETED("M-13", RUNS, PROGRAMME, Method.COUNT_RATIO),
  ATTENDANCE_RATE("M-14", RUNS, PROGRAMME, Method.RATIO_OF_SUMS),
  EXIT_REASONS("M-15", EXITS, PROGRAMME, Method.COUNT_RATIO),
  DETAILS_PROVIDED("M-16", DECISIONS, REFERRAL, Method.COUNT_RATIO),
  FIRST_ATTEMPT_ON_TIME("M-17", LONDON, SUPPORT, Method.COUNT_RATIO),
  SUPPORT_CONTACT("M-18", LONDON, SUPPORT, Method.COUNT_RATIO),
  RISK_CHECKED("M-19", LONDON, SUPPORT, Method.COUNT_RATIO),
  TOP_COMPLIANCE("M-20", RUNS, OUTCOMES, Method.COUNT_RATIO),
  SUBSTANCE_DAYS_CHANGE(
      "M-21",
      RUNS,
      OUTCOMES,
      Method.RATIO_OF_SUMS,
      Method.MEAN_OF_INDIVIDUAL,
      Method.DAY_DIFFERENCE,
      Method.PRIMARY_SUBSTANCE,
      Method.UNPAIRED_MEANS,
      Method.AMOUNT_WEIGHTED),
  QUALITY_OF_LIFE_CHANGE(
      "M-22",
      RUNS,
      OUTCOMES,
      Method.RATIO_OF_SUMS,
      Method.SCALE_POINTS,
      Method.MEAN_OF_INDIVIDUAL,
      Method.SHARE_IMPROVED),
  ABSTINENT("M-23", RUNS, OUTCOMES, Method.COUNT_RATIO),
  HEALTH_CHANGE("M-24", RUNS, OUTCOMES, Method.DAY_DIFFERENCE),
  NEW_VIOLENCE("M-25", LONDON, SUPPORT, Method.COUNT_RATIO),
  FEELING_SAFER("M-26", LONDON, SUPPORT, Method.COUNT_RATIO),
  CHILDREN_CONNECTED("M-27", LONDON, SUPPORT, Method.COUNT),
  EQUALITY_PROFILE("M-28", LONDON, REFERRAL, Method.COUNT_RATIO);

  /** The version of all definitions; a changed definition is a new one. */
  static final int VERSION = 1;

  /** The first day from which on figures are made by them. */
  static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

  /** The service whose facts a metric is made of. */
  @Schema(name = "MetricOwner")
  enum Owner {
    REFERRAL,
    PROGRAMME,
    SUPPORT,
    OUTCOMES
  }

  /** Which borough, and which day, a metric's numbers belong to. */
  @Schema(name = "MetricCounted")
  enum Counted {
    /** The borough that screened; the day of the screening. */
    SCREENINGS,
    /** The referring borough; the day of the referral. */
    REFERRALS,
    /** The referring borough; the day of the decision. */
    DECISIONS,
    /** The referring borough; the first countable session. */
    STARTS,
    /** The borough of the run; its first day. */
    RUNS,
    /** The borough of the run; the day of the exit. */
    EXITS,
    /** All of London, in the period that was published. */
    LONDON
  }

  private final String id;
  private final Counted counted;
  private final Owner owner;
  private final List<Method> methods;

  Metric(String id, Counted counted, Owner owner, Method... methods) {
    this.id = id;
    this.counted = counted;
    this.owner = owner;
    this.methods = List.of(methods);
  }

  static Optional<Metric> of(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  Counted counted() {
    return counted;
  }

  Owner owner() {
    return owner;
  }

  Wording wording() {
    return Wording.of(this);
  }

  Method defaultMethod() {
    return methods.getFirst();
  }

  List<Method> methods() {
    return methods;
  }

  /** The method of a name, if this metric is computed by it. */
  Optional<Method> method(String name) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst();
  }

  /** Whether it is counted here, and not published by somebody else. */
  boolean isCountedHere() {
    return counted != LONDON;
  }

  /** Whether it is made of pairs of TOPs, so that who is missing must be shown with it. */
  boolean isPaired() {
    return switch (this) {
      case SUBSTANCE_DAYS_CHANGE, QUALITY_OF_LIFE_CHANGE, ABSTINENT, HEALTH_CHANGE -> true;
      default -> false;
    };
  }

  /** Around what its pairs of TOPs can lie; nothing where it is made of none. */
  List<PairAnchor> anchors() {
    return isPaired() ? List.of(PairAnchor.values()) : List.of();
  }

  /** By what it can be told apart. */
  List<Breakdown> breakdowns() {
    return switch (counted) {
      case SCREENINGS -> List.of(BOROUGH, QUARTER);
      case REFERRALS, DECISIONS, STARTS -> List.of(BOROUGH, QUARTER, SOURCE);
      case RUNS, EXITS -> List.of(BOROUGH, QUARTER, SOURCE, Breakdown.PROGRAMME);
      case LONDON -> List.of();
    };
  }

  /** Its several figures, where there is a fixed list of them. */
  List<String> variants() {
    return switch (this) {
      case WAIT_TO_ASSESSMENT -> List.of("MEDIAN", "P90");
      case WAIT_TO_START -> List.of("MEDIAN", "P90", "WITHIN_21_DAYS");
      case TOP_COMPLIANCE -> List.of("START", "EXIT");
      case HEALTH_CHANGE -> List.of("PSYCHOLOGICAL_HEALTH", "PHYSICAL_HEALTH");
      default -> List.of();
    };
  }
}
