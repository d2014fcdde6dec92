package org.crossborough.programme.template;

/** How a programme is delivered. */
public enum ProgrammeForm {
  /** Whole days, on one or more weekdays. */
  DAY_PROGRAMME(1),
  /** One session a week. */
  WEEKLY(1),
  /** One session every two weeks. */
  FORTNIGHTLY(2);

  private final int weeks;

  ProgrammeForm(int weeks) {
    this.weeks = weeks;
  }

  /** After how many weeks a weekday comes round again. */
  public int everyWeeks() {
    return weeks;
  }
}
