package org.crossborough.platform.demo;

import java.util.Map;
import org.crossborough.platform.driver.NewTopRecord.Use;

/**
 * Six pairs of outcome profiles whose sums are round: 100 days of use at the start and 71 later,
 * quality of life 60 and 84.
 */
enum TopPair {
  A(use("alcohol", 20), use("alcohol", 10), 8, 13),
  B(use("alcohol", 12, "crack", 4), use("alcohol", 12, "crack", 0), 10, 14),
  C(use("opiates", 24), use("opiates", 20), 6, 10),
  D(use("alcohol", 28, "cannabis", 8), use("alcohol", 21, "cannabis", 4), 9, 13),
  E(use("alcohol", 4), use("alcohol", 4), 12, 15),
  F(use("alcohol", 0, "crack", 0), use("alcohol", 0, "crack", 0), 15, 19);

  private final Map<String, Use> before;
  private final Map<String, Use> after;
  private final int qualityBefore;
  private final int qualityAfter;

  TopPair(Map<String, Use> before, Map<String, Use> after, int qualityBefore, int qualityAfter) {
    this.before = before;
    this.after = after;
    this.qualityBefore = qualityBefore;
    this.qualityAfter = qualityAfter;
  }

  static TopPair of(char letter) {
    return valueOf(String.valueOf(Character.toUpperCase(letter)));
  }

  Map<String, Use> before() {
    return before;
  }

  Map<String, Use> after() {
    return after;
  }

  int qualityBefore() {
    return qualityBefore;
  }

  int qualityAfter() {
    return qualityAfter;
  }

  private static Map<String, Use> use(String substance, int days) {
    return Map.of(substance, new Use(days));
  }

  private static Map<String, Use> use(String one, int days, String other, int otherDays) {
    return Map.of(one, new Use(days), other, new Use(otherDays));
  }
}
