package org.crossborough.platform.isolation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.platform.demo.Progress;
import org.crossborough.platform.demo.Story;
import org.crossborough.platform.demo.StoryPlayer;
import org.crossborough.platform.driver.BoroughClient;
import org.crossborough.platform.driver.CoordinatorDesk;
import org.crossborough.platform.driver.NewReferral;
import org.crossborough.platform.driver.NewScreening;
import org.crossborough.platform.driver.ProgrammeDesk;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.SupportDesk;
import org.crossborough.platform.driver.SurvivorCase;

/**
 * Men who are referred, and the people at risk from them, with a canary in every text of theirs.
 */
final class Journeys {

  private static final String BOROUGH = "E09000019";
  private static final LocalDate DAY = LocalDate.of(2025, 4, 14);

  private final PublicApi api;
  private final Canaries canaries;
  private final BoroughClient borough;

  Journeys(PublicApi api, Canaries canaries) {
    this.api = api;
    this.canaries = canaries;
    this.borough = new BoroughClient(api, "demo-borough-islington");
  }

  /** From the first screening to the last figure, for every ending a story has. */
  StoryPlayer.Outcome play(String table, Progress progress) {
    Story story = Story.named(table, unique(table)).disclosing(canaries::person);
    return new StoryPlayer(story, api, progress).play();
  }

  /** A man whose borough has referred him, and no more. */
  String refer() {
    String name = unique("referral");
    String screening =
        borough.screen(
            name + "/screening",
            NewScreening.positive(BOROUGH, Instant.parse("2025-04-07T10:00:00Z")));
    NewReferral.Client man =
        new NewReferral.Client(
            "Demo", "Man 00", LocalDate.of(1980, 1, 1), "M", "020 7946 0900", BOROUGH);
    NewReferral referral =
        new NewReferral(
            name,
            BOROUGH,
            LocalDate.of(2025, 4, 8),
            "DRUG_SERVICE",
            "Demo treatment service",
            screening,
            man,
            "Demo treatment provider",
            "DEMO-EPISODE-00",
            "ALCOHOL",
            true,
            true,
            null);
    return borough.refer(name + "/referral", referral).id();
  }

  /** Triage and assessment, after which only the receipt is missing. */
  void assess(String referral) {
    CoordinatorDesk desk = new CoordinatorDesk(api);
    desk.triage(referral + "/triage", referral);
    desk.offerAssessment(referral + "/offer", referral, DAY);
    desk.findSuitable(referral + "/assessment", referral, DAY.plusDays(7));
  }

  /**
   * Hands over somebody at risk from him and waits for the receipt. Events of one service keep
   * their order, so all that the survivor side said before has then arrived too.
   */
  void handOver(String referral) {
    borough.handOver(unique("hand-over"), referral, List.of(canaries.unreadPerson(BOROUGH)));
    CoordinatorDesk desk = new CoordinatorDesk(api);
    api.patience().until("the receipt of " + referral, () -> desk.referral(referral).hasReceipt());
  }

  /** The support side's cases of these referrals, by referral. */
  Map<String, String> casesOf(List<String> referrals) {
    SupportDesk desk = new SupportDesk(api);
    Map<String, String> cases = new LinkedHashMap<>();
    for (SurvivorCase.Listed listed : desk.worklist()) {
      SurvivorCase one = desk.read(listed.id());
      if (referrals.contains(one.referralId())) {
        cases.put(one.referralId(), one.id());
        if (cases.keySet().containsAll(referrals)) {
          break;
        }
      }
    }
    return cases;
  }

  /** Every id by which somebody may ask for one man of a story. */
  Map<String, String> idsOf(StoryPlayer.Outcome story, String referral) {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("referral", referral);
    String run = story.runs().getFirst();
    ids.put("run", run);
    new ProgrammeDesk(api)
        .enrolments(run).stream()
            .filter(enrolment -> enrolment.referralId().equals(referral))
            .forEach(enrolment -> ids.put("enrolment", enrolment.id()));
    return ids;
  }

  /**
   * Puts two men of one story under review: the support side the first, his own side the second.
   *
   * @return what lets both go on again
   */
  Runnable review(StoryPlayer.Outcome story) {
    String held = story.referrals().getFirst();
    String reviewed = story.referrals().get(1);
    String supported = Objects.requireNonNull(casesOf(List.of(held)).get(held));
    SupportDesk support = new SupportDesk(api);
    CoordinatorDesk coordinator = new CoordinatorDesk(api);
    String hold = support.placeHold(unique("hold"), supported);
    String review = coordinator.openReview(unique("review"), reviewed);
    awaitReview(story, true);
    return () -> {
      support.liftHold(unique("lifting"), supported, hold);
      coordinator.closeReview(unique("closing"), reviewed, review);
      awaitReview(story, false);
    };
  }

  /** Both services know: the referral's timeline, and the enrolment. */
  private void awaitReview(StoryPlayer.Outcome story, boolean open) {
    CoordinatorDesk coordinator = new CoordinatorDesk(api);
    ProgrammeDesk programme = new ProgrammeDesk(api);
    int told = open ? 1 : 2;
    api.patience()
        .until(
            "both to be " + (open ? "under review" : "released"),
            () ->
                story.referrals().stream().allMatch(id -> coordinator.reviewsTold(id) == told)
                    && programme.enrolments(story.runs().getFirst()).stream()
                        .allMatch(enrolment -> (enrolment.review() != null) == open));
  }

  private static String unique(String what) {
    return what + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
