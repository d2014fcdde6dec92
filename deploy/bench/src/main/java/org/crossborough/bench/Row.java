package org.crossborough.bench;

/**
 * One line of the report.
 *
 * @param size how many generated referrals, or runs, there were
 * @param each milliseconds of processor time for one, by process
 * @param load the machine's load average over the last minute when it began
 * @param beside the rate of the baseline of the same size; not a number where there is none
 */
record Row(String what, int size, Figures figures, String each, double load, double beside) {

  /** As a line of a Markdown table. */
  String markdown() {
    return "| %s | %,d | %s | %s | %s | %s | %s | %s | %.1f |%s"
        .formatted(
            what,
            size,
            number(figures.perSecond(), 0),
            ratio(),
            number(figures.p50(), 1),
            number(figures.p95(), 1),
            number(figures.p99(), 1),
            each,
            load,
            figures.refused() == 0 ? "" : " **%d refused**".formatted(figures.refused()));
  }

  private String ratio() {
    return Double.isNaN(beside) ? "–" : "%.2f".formatted(figures.perSecond() / beside);
  }

  private static String number(double value, int decimals) {
    return Double.isNaN(value) ? "–" : ("%,." + decimals + "f").formatted(value);
  }
}
