package org.crossborough.programme.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reviews say, for features that judge or report by them. */
@ApplicationScoped
public class ReviewLog {

  /**
   * The review that stands for a stage.
   *
   * @param stage its name; incidents each stand by themselves
   * @param violenceStopped by his account
   */
  public record Reviewed(
      String stage,
      LocalDate reviewedOn,
      String takingResponsibility,
      String violenceStopped,
      String instrumentalUse,
      @Nullable LocalDate exitTopRequestedOn) {

    static Reviewed of(ReviewView review) {
      return new Reviewed(
          review.stage().name(),
          review.reviewedOn(),
          review.takingResponsibility().name(),
          review.violenceStopped().name(),
          review.instrumentalUse().name(),
          review.exitTopRequestedOn());
    }

    /** He says that it has stopped. */
    public boolean saysViolenceStopped() {
      return violenceStopped.equals("YES");
    }

    /** He never did, or it has stopped or become less. */
    public boolean instrumentalUseIsLess() {
      return List.of("NEVER", "STOPPED", "REDUCED").contains(instrumentalUse);
    }
  }

  private final ProgressReviews reviews;

  ReviewLog(ProgressReviews reviews) {
    this.reviews = reviews;
  }

  /** The last recorded review of each fixed stage, in the order of stages; incidents left out. */
  public List<Reviewed> standing(UUID enrolmentId) {
    Map<ProgressReview.Stage, Reviewed> last = new LinkedHashMap<>();
    for (ProgressReview review : reviews.of(enrolmentId)) {
      last.put(review.stage(), Reviewed.of(review.view()));
    }
    return List.of(
            ProgressReview.Stage.INTAKE, ProgressReview.Stage.MID_POINT, ProgressReview.Stage.END)
        .stream()
        .map(last::get)
        .flatMap(review -> Optional.ofNullable(review).stream())
        .toList();
  }

  /** The review of any stage that was recorded last. */
  public Optional<Reviewed> latest(UUID enrolmentId) {
    return reviews.of(enrolmentId, new UUID(-1L, -1L), 1).stream()
        .map(review -> Reviewed.of(review.view()))
        .findFirst();
  }
}
