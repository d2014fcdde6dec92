package org.crossborough.outcomes.tally;

/** By what figures can be told apart; each metric offers some of these. */
public enum Breakdown {
  /** Not at all. */
  NONE,
  /** The GSS code of the metric's own borough: the referring one, or that of the run. */
  BOROUGH,
  /** The quarter of the financial year of the metric's own date, such as {@code 2026-Q1}. */
  QUARTER,
  /** The kind of referrer. */
  SOURCE,
  /** The code of the programme template. */
  PROGRAMME;

  /** The quarter of a day, in SQL: January to March are the fourth quarter of the year before. */
  static String quarterOf(String day) {
    return """
    (cast(extract(year from %1$s) as int) - case extract(quarter from %1$s) when 1 then 1 else 0 end)
      || '-Q' || (mod(cast(extract(quarter from %1$s) as int) + 2, 4) + 1)\
    """
        .formatted(day);
  }
}
