package org.crossborough.safety.dash;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What the answers amount to: derived, never entered.
 *
 * @param score the number of yeses, 0 to 24
 * @param level the level that the bands give to the score
 * @param clusters what to look at whatever the score
 */
record DashScore(int score, RiskLevel level, Set<RiskCluster> clusters) {

  static final int HIGHEST = DashQuestion.values().length;

  static DashScore of(Map<DashQuestion, DashAnswer> answers, RiskBands bands) {
    Set<DashQuestion> yes = EnumSet.noneOf(DashQuestion.class);
    answers.forEach((question, answer) -> {
      if (answer == DashAnswer.YES) {
        yes.add(question);
      }
    });
    return new DashScore(yes.size(), bands.level(yes.size()), RiskCluster.among(yes));
  }
}
