package org.crossborough.safety.letter;

import org.crossborough.chassis.problem.ProblemType;

/** What is refused before a message is drafted. */
enum LetterProblem implements ProblemType {
  RECIPIENT_NOT_SAFE(409, "The message could reach somebody else");

  private final int status;
  private final String title;

  LetterProblem(int status, String title) {
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
