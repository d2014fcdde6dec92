package org.crossborough.platform.demo;

import java.util.List;
import java.util.Map;
import org.crossborough.platform.driver.Metric;
import org.crossborough.platform.driver.PublicApi;
import org.crossborough.platform.driver.Run;

/** Plays a story from the first screening to the last figure. */
public final class StoryPlayer {

  private final Stage stage;

  /** Plays against {@code api}; a second playing of the same story repeats the same requests. */
  public StoryPlayer(Story story, PublicApi api, Progress progress) {
    this.stage = new Stage(story, api, progress);
  }

  /** What the story left behind, with the figures that came of it. */
  public Outcome play() {
    Referring referring = new Referring(stage);
    Placing placing = new Placing(stage);
    Supporting supporting = new Supporting(stage);
    Delivering delivering = new Delivering(stage);
    Measuring measuring = new Measuring(stage);

    Map<PlannedRun, Run> runs = placing.schedule();
    Map<Man, String> referrals = referring.refer();
    referring.handOver(referrals);
    referring.decide(referrals);
    Map<Man, String> enrolments = placing.place(runs, referrals);
    supporting.contact(referrals);
    supporting.clear(referrals);
    placing.awaitClearance(runs);
    delivering.deliver(runs, enrolments);
    delivering.conclude(enrolments);
    measuring.recordProfiles(referrals);
    measuring.awaitFigures();
    if (measuring.needsSupportFigures()) {
      supporting.awaitStarts(referrals);
      measuring.publishSupportFigures();
    }
    if (stage.story().publishedPeriod().isPresent()) {
      measuring.releaseLondon();
    }
    return new Outcome(
        runs.values().stream().map(Run::id).toList(),
        List.copyOf(referrals.values()),
        measuring.boroughFigures(),
        measuring.londonFigures());
  }

  /** Where to look, and what the commissioners see. */
  public record Outcome(
      List<String> runs, List<String> referrals, List<Metric> borough, List<Metric> london) {}
}
