package org.crossborough.outcomes.feed;

import org.crossborough.chassis.problem.ProblemType;

/** What a reader of feeds can be refused for. */
public enum FeedProblem implements ProblemType {
  /** There is none, or it is not the caller's: one answer for both. */
  NOT_FOUND(404, "No feed of yours has this address");

  private final int status;
  private final String title;

  FeedProblem(int status, String title) {
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
