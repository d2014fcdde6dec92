package org.crossborough.outcomes.form;

/** What a record's stage is counted from. */
public enum Anchor {
  /** His treatment for substance use. */
  TREATMENT,
  /** The perpetrator programme. */
  PROGRAMME
}
