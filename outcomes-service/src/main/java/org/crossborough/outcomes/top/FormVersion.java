package org.crossborough.outcomes.top;

/** The printed form that was used; it decides what was asked. */
enum FormVersion {
  TOP_2007,
  TOP_2016_TOBACCO,
  TOP_2018_PLUS;

  /** Whether the form has an item for a substance. */
  boolean asksAbout(Substance substance) {
    return substance != Substance.TOBACCO || this != TOP_2007;
  }
}
