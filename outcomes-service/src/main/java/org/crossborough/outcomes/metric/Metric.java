package org.crossborough.outcomes.metric;

import static org.crossborough.outcomes.metric.Method.COUNT_RATIO;
import static org.crossborough.outcomes.metric.Method.DAY_DIFFERENCE;
import static org.crossborough.outcomes.metric.Method.MEAN_OF_INDIVIDUAL;
import static org.crossborough.outcomes.metric.Method.RATIO_OF_SUMS;
import static org.crossborough.outcomes.metric.Method.SCALE_POINTS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The catalogue of the figures computed here, each with its words and its methods. */
enum Metric {
  START_RATE(
      "M-08",
      "Start rate",
      "Men who attended a first session with countable minutes, of the men worked with: placed on"
          + " a run and seen at an assessment or a session. Each man counts once.",
      COUNT_RATIO),
  THRESHOLD_REACHED(
      "M-12",
      "Reached the threshold hours",
      "Men whose countable minutes add up to at least the template's minimum, of the men who"
          + " started.",
      COUNT_RATIO),
  SUBSTANCE_DAYS_CHANGE(
      "M-21",
      "Reduction in substance use",
      "Change in using days of the last 28 between a start and a later TOP around the programme,"
          + " over the substances answered in both, tobacco excluded. A positive percentage is a"
          + " reduction; a difference in days is later less start.",
      RATIO_OF_SUMS,
      MEAN_OF_INDIVIDUAL,
      DAY_DIFFERENCE),
  QUALITY_OF_LIFE_CHANGE(
      "M-22",
      "Improvement in quality of life",
      "Relative change in the men's own rating of their quality of life (0 to 20) between a start"
          + " and a later TOP around the programme; as scale points, the mean gain as a share of"
          + " the scale.",
      RATIO_OF_SUMS,
      SCALE_POINTS);

  private final String id;
  private final String title;
  private final String definition;
  private final List<Method> methods;

  Metric(String id, String title, String definition, Method... methods) {
    this.id = id;
    this.title = title;
    this.definition = definition;
    this.methods = List.of(methods);
  }

  static Optional<Metric> of(String id) {
    return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  String definition() {
    return definition;
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

  /** Whether it is made of pairs of TOPs, so that who is missing must be shown with it. */
  boolean isPaired() {
    return this == SUBSTANCE_DAYS_CHANGE || this == QUALITY_OF_LIFE_CHANGE;
  }

  /** The exact figure over a cohort. */
  Figure of(Cohort cohort, Method method) {
    return switch (this) {
      case START_RATE -> new Figure.Share(cohort.started(), cohort.workedWith());
      case THRESHOLD_REACHED -> new Figure.Share(cohort.reachedThreshold(), cohort.started());
      case SUBSTANCE_DAYS_CHANGE -> Changes.ofUse(cohort).fall(method);
      case QUALITY_OF_LIFE_CHANGE -> Changes.ofQualityOfLife(cohort).rise(method);
    };
  }

  /** How many men have the pair that it needs. */
  long paired(Cohort cohort) {
    return switch (this) {
      case START_RATE, THRESHOLD_REACHED -> 0;
      case SUBSTANCE_DAYS_CHANGE -> Changes.ofUse(cohort).people();
      case QUALITY_OF_LIFE_CHANGE -> Changes.ofQualityOfLife(cohort).people();
    };
  }
}
