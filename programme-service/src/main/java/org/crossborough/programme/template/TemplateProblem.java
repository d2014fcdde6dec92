package org.crossborough.programme.template;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum TemplateProblem implements ProblemType {
  NOT_FOUND(404, "Programme not found");

  private final int status;
  private final String title;

  TemplateProblem(int status, String title) {
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
