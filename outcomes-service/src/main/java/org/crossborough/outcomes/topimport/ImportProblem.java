package org.crossborough.outcomes.topimport;

import org.crossborough.chassis.problem.ProblemType;

/** What can be refused about an import as a whole; single rows are refused in its results. */
public enum ImportProblem implements ProblemType {
  NOT_FOUND(404, "Import not found"),
  UNREADABLE(400, "The file cannot be read"),
  WRONG_COLUMNS(400, "The columns of the file are not those of a TOP"),
  NO_ROWS(400, "The file has no rows"),
  TOO_MANY_ROWS(413, "The file has more rows than are taken at once");

  private final int status;
  private final String title;

  ImportProblem(int status, String title) {
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
