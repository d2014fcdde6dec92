package org.crossborough.outcomes.tally;

import java.util.List;
import java.util.Map;

/** Six men whose change is known: use down 29 of 100 days, quality of life from 60 to 84. */
public final class TopFix1 {

  /** One man's answers before and after. */
  public record Man(
      Map<String, Integer> startDays,
      Map<String, Integer> laterDays,
      int startLife,
      int laterLife) {}

  /** The six. */
  public static final List<Man> MEN =
      List.of(
          new Man(Map.of("alcohol", 20), Map.of("alcohol", 10), 8, 13),
          new Man(Map.of("alcohol", 12, "crack", 4), Map.of("alcohol", 12, "crack", 0), 10, 14),
          new Man(Map.of("opiates", 24), Map.of("opiates", 20), 6, 10),
          new Man(
              Map.of("alcohol", 28, "cannabis", 8), Map.of("alcohol", 21, "cannabis", 4), 9, 13),
          new Man(Map.of("alcohol", 4), Map.of("alcohol", 4), 12, 15),
          new Man(Map.of("alcohol", 0), Map.of("alcohol", 0), 15, 19));

  private TopFix1() {}
}
