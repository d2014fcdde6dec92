package org.crossborough.safety.dash;

import static org.crossborough.safety.dash.DashQuestion.Q01;
import static org.crossborough.safety.dash.DashQuestion.Q02;
import static org.crossborough.safety.dash.DashQuestion.Q03;
import static org.crossborough.safety.dash.DashQuestion.Q06;
import static org.crossborough.safety.dash.DashQuestion.Q08;
import static org.crossborough.safety.dash.DashQuestion.Q12;
import static org.crossborough.safety.dash.DashQuestion.Q13;
import static org.crossborough.safety.dash.DashQuestion.Q14;
import static org.crossborough.safety.dash.DashQuestion.Q15;
import static org.crossborough.safety.dash.DashQuestion.Q16;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What to look at whatever the score: answers that together, or alone, go before the gravest harm
 * (SafeLives' guidance on the checklist). A cluster shows where each of its groups holds a yes.
 */
enum RiskCluster {
  /** She leaves or has left, he controls, and there was physical or sexual violence. */
  SEPARATION_CONTROL_AND_VIOLENCE(
      List.of(EnumSet.of(Q06), EnumSet.of(Q12), EnumSet.of(Q01, Q13, Q15, Q16))),
  STRANGULATION(List.of(EnumSet.of(Q15))),
  STALKING(List.of(EnumSet.of(Q08))),
  THREATS_TO_KILL(List.of(EnumSet.of(Q14))),
  /** She herself is very frightened, or fears further harm. */
  HER_OWN_PERCEPTION(List.of(EnumSet.of(Q02, Q03)));

  private final List<EnumSet<DashQuestion>> groups;

  RiskCluster(List<EnumSet<DashQuestion>> groups) {
    this.groups = groups;
  }

  /** The clusters that show when these questions, and no others, are answered with yes. */
  static Set<RiskCluster> among(Set<DashQuestion> yes) {
    Set<RiskCluster> shown = EnumSet.noneOf(RiskCluster.class);
    for (RiskCluster cluster : values()) {
      if (cluster.groups.stream().noneMatch(group -> Collections.disjoint(group, yes))) {
        shown.add(cluster);
      }
    }
    return shown;
  }
}
