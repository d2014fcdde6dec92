package org.crossborough.programme.review;

import java.util.List;
import java.util.Optional;
import org.crossborough.programme.review.ReviewLog.Reviewed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a man by the later sessions: that his physical and sexual violence has
 * stopped, and that his use of substances as a means of control has stopped or become much less.
 *
 * @param expectedFromSession the index of the session from which it is expected
 * @param due so many sessions of the run were held
 * @param reached what the last review says; absent before the first
 * @param evidence whose account it is; never anybody's but his
 */
@Schema(name = "Milestone")
record Milestone(
    Code code,
    int expectedFromSession,
    boolean due,
    @Nullable Boolean reached,
    @Nullable String reviewStage,
    String evidence) {

  /** What is expected. */
  @Schema(name = "MilestoneCode")
  enum Code {
    VIOLENCE_STOPPED,
    INSTRUMENTAL_USE_STOPPED_OR_REDUCED
  }

  /**
   * The milestones as they stand.
   *
   * @param laterFromPercent the share of the sessions after which they are expected
   */
  static List<Milestone> of(
      int sessions, int held, int laterFromPercent, Optional<Reviewed> review) {
    int from = Math.min(sessions, sessions * laterFromPercent / 100 + 1);
    boolean due = sessions > 0 && held >= from;
    String stage = review.map(Reviewed::stage).orElse(null);
    return List.of(
        new Milestone(
            Code.VIOLENCE_STOPPED,
            from,
            due,
            review.map(Reviewed::saysViolenceStopped).orElse(null),
            stage,
            "HIS_ACCOUNT"),
        new Milestone(
            Code.INSTRUMENTAL_USE_STOPPED_OR_REDUCED,
            from,
            due,
            review.map(Reviewed::instrumentalUseIsLess).orElse(null),
            stage,
            "HIS_ACCOUNT"));
  }
}
