package org.crossborough.referral.figures;

import static org.crossborough.referral.figures.ReferralFigure.Method.COUNT;
import static org.crossborough.referral.figures.ReferralFigure.Method.COUNT_RATIO;
import static org.crossborough.referral.figures.ReferralFigure.Method.LINEAR_INTERPOLATION;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue of the figures computed here. Referrals are dated by the day of referral, decisions
 * by the day of decision, screenings by the day of screening, as given by whoever recorded them
 * (docs/decisions/0005-business-dates-are-given.md). A duplicate counts in none.
 */
enum ReferralFigure {
  RECEIVED(
      "M-01",
      "Referrals received",
      "Referrals with their day of referral in the period, without duplicates.",
      COUNT),
  SCREENING_YIELD(
      "M-02",
      "Screening yield",
      "Screenings with a positive result, of the valid ones: screenings in the period that were"
          + " brought to a result.",
      COUNT_RATIO),
  DISCLOSERS_REFERRED(
      "M-03",
      "Disclosers referred",
      "Screenings that a referral rests on, of the positive screenings in the period; after NICE"
          + " quality standard QS116, statement 4.",
      COUNT_RATIO),
  RETURNED_INCOMPLETE(
      "M-04",
      "Returned incomplete",
      "Referrals that were ever returned as incomplete, of those received in the period.",
      COUNT_RATIO),
  ASSESSED(
      "M-05",
      "Assessed",
      "Referrals with at least one suitability session held, of those received in the period.",
      COUNT_RATIO),
  ACCEPTANCE(
      "M-06",
      "Acceptance rate",
      "Referrals accepted, of those accepted or declined in the period; each referral by its last"
          + " decision in the period.",
      COUNT_RATIO),
  WAIT_MEDIAN(
      "M-09",
      "Wait from referral to assessment, median",
      "Days from the day of referral to the first suitability session, of the referrals received in"
          + " the period that were assessed. Between two of them it is interpolated in proportion.",
      LINEAR_INTERPOLATION),
  WAIT_P90(
      "M-09",
      "Wait from referral to assessment, 90th percentile",
      "Days from the day of referral to the first suitability session that nine in ten did not"
          + " exceed, of the referrals received in the period that were assessed. Between two of"
          + " them it is interpolated in proportion.",
      LINEAR_INTERPOLATION),
  DETAILS_PROVIDED(
      "M-16",
      "Details of people at risk provided",
      "Referrals with a receipt for at-risk details, of those accepted in the period.",
      COUNT_RATIO);

  /** How a figure is made of rows. */
  @Schema(name = "FigureMethod")
  enum Method {
    /** Referrals counted. */
    COUNT,
    /** Referrals or screenings counted, over others counted. */
    COUNT_RATIO,
    /**
     * Of n values in order, the one at place 1 + p(n-1); between two places, in proportion
     * (PostgreSQL's percentile_cont). For the median and the 90th percentile of whole days it has
     * one decimal and is not rounded.
     */
    LINEAR_INTERPOLATION
  }

  private final String id;
  private final String title;
  private final String definition;
  private final Method method;

  ReferralFigure(String id, String title, String definition, Method method) {
    this.id = id;
    this.title = title;
    this.definition = definition;
    this.method = method;
  }

  /** The id in the catalogue of metrics. */
  String id() {
    return id;
  }

  /** Which of the figures of one id; null when there is one. */
  @Nullable String variant() {
    return switch (this) {
      case WAIT_MEDIAN -> "MEDIAN";
      case WAIT_P90 -> "P90";
      default -> null;
    };
  }

  String title() {
    return title;
  }

  String definition() {
    return definition;
  }

  Method method() {
    return method;
  }

  /** The unit of its value. */
  String unit() {
    return switch (method) {
      case COUNT -> "REFERRALS";
      case COUNT_RATIO -> "PERCENT";
      case LINEAR_INTERPOLATION -> "DAYS";
    };
  }

  /** Its value out of the counts of a period. */
  FigureView of(Counts counts) {
    return switch (this) {
      case RECEIVED -> FigureView.of(this, counts.received());
      case SCREENING_YIELD -> ratio(counts.screenings().positive(), counts.screenings().valid());
      case DISCLOSERS_REFERRED ->
          ratio(counts.screenings().referred(), counts.screenings().positive());
      case RETURNED_INCOMPLETE -> ratio(counts.returned(), counts.received());
      case ASSESSED -> ratio(counts.assessed(), counts.received());
      case ACCEPTANCE -> ratio(counts.accepted(), counts.decided());
      case WAIT_MEDIAN -> FigureView.of(this, counts.waitMedian(), counts.assessed());
      case WAIT_P90 -> FigureView.of(this, counts.waitP90(), counts.assessed());
      case DETAILS_PROVIDED -> ratio(counts.acceptedWithReceipt(), counts.accepted());
    };
  }

  private FigureView ratio(long numerator, long denominator) {
    return FigureView.of(this, Ratio.of(numerator, denominator));
  }
}
