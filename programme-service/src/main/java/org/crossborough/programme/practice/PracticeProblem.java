package org.crossborough.programme.practice;

import org.crossborough.chassis.problem.ProblemType;

/** What this feature refuses. */
public enum PracticeProblem implements ProblemType {
  NOTE_NOT_FOUND(404, "Note not found"),
  EXERCISE_NOT_FOUND(404, "Exercise not found"),
  ALREADY_REFLECTED(409, "The exercise has been reflected on already"),
  PARTICIPANT_ERASED(409, "The man was erased; nothing more is written about him"),
  SESSION_NOT_HELD(409, "A note needs a session that was held");

  private final int status;
  private final String title;

  PracticeProblem(int status, String title) {
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
