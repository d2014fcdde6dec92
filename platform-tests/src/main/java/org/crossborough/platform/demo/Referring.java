package org.crossborough.platform.demo;

import java.util.List;
import java.util.Map;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.CoordinatorDesk;

/** Boroughs screen and refer, hand over the people at risk sealed, and men are assessed. */
final class Referring {

  private final Stage stage;
  private final Story story;
  private final CoordinatorDesk desk;

  Referring(Stage stage) {
    this.stage = stage;
    this.story = stage.story();
    this.desk = new CoordinatorDesk(stage.api());
  }

  /** The referral of each man. */
  Map<Man, String> refer() {
    return stage.mapEach("screened and referred", story.men(), this::refer);
  }

  private String refer(Man man) {
    BoroughClient borough = clientOf(man);
    String screening = borough.screen(story.key(man, "screening"), man.screening());
    return borough.refer(story.key(man, "referral"), man.referral(story.name(), screening)).id();
  }

  void handOver(Map<Man, String> referrals) {
    stage.forEach(
        "people at risk handed over, sealed",
        story.men(),
        man -> handOver(man, referrals.getOrDefault(man, "")));
    stage.forEach(
        "receipts seen by the coordinator",
        referrals.values(),
        id ->
            stage
                .api()
                .patience()
                .until("the receipt of referral " + id, () -> desk.referral(id).hasReceipt()));
  }

  private void handOver(Man man, String referral) {
    if (!clientOf(man).referral(referral).hasReceipt()) {
      clientOf(man)
          .handOver(story.key(man, "hand-over"), referral, List.of(story.personAtRiskFrom(man)));
    }
  }

  void decide(Map<Man, String> referrals) {
    stage.forEach(
        "triaged, assessed and accepted",
        story.men(),
        man -> decide(man, referrals.getOrDefault(man, "")));
  }

  private void decide(Man man, String referral) {
    desk.triage(story.key(man, "triage"), referral);
    desk.offerAssessment(story.key(man, "offer"), referral, man.offeredOn());
    desk.findSuitable(story.key(man, "assessment"), referral, man.assessedOn());
    desk.accept(story.key(man, "acceptance"), referral, man.decidedOn());
  }

  private BoroughClient clientOf(Man man) {
    return new BoroughClient(stage.api(), man.borough().client());
  }
}
