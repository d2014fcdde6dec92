package org.crossborough.safety.dash;

import java.util.List;
import java.util.Set;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/** What is sealed of an assessment, with the bands it was made by. */
record DashContent(
    List<NewDash.Answered> answers,
    int score,
    RiskLevel derivedLevel,
    Set<RiskCluster> clusters,
    @Nullable Secret judgement,
    RiskBands bands) {

  static DashContent of(NewDash asked, DashScore score, RiskBands bands) {
    return new DashContent(
        asked.answers(), score.score(), score.level(), score.clusters(), asked.judgement(), bands);
  }

  /** The same without what others than she said. */
  DashContent fromHerself() {
    return new DashContent(
        answers.stream().filter(answer -> answer.source() == NewDash.Source.SURVIVOR).toList(),
        score,
        derivedLevel,
        clusters,
        judgement,
        bands);
  }
}
