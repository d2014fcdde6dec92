package org.crossborough.outcomes.metric;

import org.crossborough.chassis.problem.ProblemType;

/** What a request for figures can be refused for. */
enum MetricProblem implements ProblemType {
  NOT_FOUND(404, "No such metric, or none published yet"),
  METHOD_NOT_OFFERED(400, "The metric is not computed by that method"),
  BREAKDOWN_NOT_OFFERED(400, "The metric cannot be told apart by that"),
  ANCHOR_NOT_OFFERED(400, "The metric is not computed around that"),
  NO_SUCH_PERIOD(400, "That is no financial year, nor a quarter of one"),
  EXACT_ONLY(403, "Periods and groups are shown to those who see exact figures");

  private final int status;
  private final String title;

  MetricProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
