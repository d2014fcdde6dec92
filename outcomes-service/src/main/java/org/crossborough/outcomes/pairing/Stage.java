package org.crossborough.outcomes.pairing;

/** When in a treatment episode a TOP was taken. */
public enum Stage {
  START,
  REVIEW,
  EXIT,
  POST_TREATMENT_EXIT
}
