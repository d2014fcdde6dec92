package org.crossborough.platform.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crossborough.platform.driver.CoordinatorDesk;
import org.crossborough.platform.driver.Enrolment;
import org.crossborough.platform.driver.ProgrammeDesk;
import org.crossborough.platform.driver.Run;

/** Runs are scheduled, and men are given places on them. */
final class Placing {

  private final Stage stage;
  private final Story story;
  private final ProgrammeDesk programme;
  private final CoordinatorDesk desk;

  Placing(Stage stage) {
    this.stage = stage;
    this.story = stage.story();
    this.programme = new ProgrammeDesk(stage.api());
    this.desk = new CoordinatorDesk(stage.api());
  }

  Map<PlannedRun, Run> schedule() {
    return stage.mapEach(
        "runs scheduled",
        story.runs(),
        run -> programme.schedule(story.key("run-" + run.name()), run.toSchedule()));
  }

  /** The enrolment of each man. */
  Map<Man, String> place(Map<PlannedRun, Run> runs, Map<Man, String> referrals) {
    stage.forEach(
        "given a place",
        story.men(),
        man -> place(man, idOf(runs, man.run()), referrals.getOrDefault(man, "")));
    Map<String, String> enrolments = new LinkedHashMap<>();
    stage.forEach(
        "runs with every man enrolled",
        story.runs(),
        run -> enrolments.putAll(enrolled(idOf(runs, run), referralsOf(run, referrals))));
    return stage.mapEach(
        "enrolled",
        story.men(),
        man -> enrolments.getOrDefault(referrals.getOrDefault(man, ""), ""));
  }

  private void place(Man man, String run, String referral) {
    desk.allocate(story.key(man, "allocation"), referral, run, man.run().startsOn());
  }

  private List<String> referralsOf(PlannedRun run, Map<Man, String> referrals) {
    return story.menOf(run).stream().map(referrals::get).map(Objects::requireNonNull).toList();
  }

  /** Enrolments by referral, once there is one for each. */
  private Map<String, String> enrolled(String run, List<String> referrals) {
    return stage
        .api()
        .patience()
        .until(
            () -> "every man of run " + run + " to be enrolled",
            () ->
                Optional.of(byReferral(run, Enrolment::id))
                    .filter(known -> known.keySet().containsAll(referrals)));
  }

  /** Waits until every man of the story may start. */
  void awaitClearance(Map<PlannedRun, Run> runs) {
    stage.forEach(
        "runs with every man clear to start",
        story.runs(),
        run ->
            stage
                .api()
                .patience()
                .until(
                    "every man of run " + run.name() + " to be clear to start",
                    () -> allClear(idOf(runs, run))));
  }

  private boolean allClear(String run) {
    return programme.enrolments(run).stream().allMatch(Enrolment::clearToStart);
  }

  private <T> Map<String, T> byReferral(String run, Function<Enrolment, T> what) {
    return programme.enrolments(run).stream()
        .collect(Collectors.toMap(Enrolment::referralId, what));
  }

  private static String idOf(Map<PlannedRun, Run> runs, PlannedRun run) {
    return Objects.requireNonNull(runs.get(run), "not scheduled").id();
  }
}
