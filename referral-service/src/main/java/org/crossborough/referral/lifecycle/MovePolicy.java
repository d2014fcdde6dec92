package org.crossborough.referral.lifecycle;

import static org.crossborough.referral.lifecycle.ReferralTransition.ACCEPT;
import static org.crossborough.referral.lifecycle.ReferralTransition.ALLOCATE;
import static org.crossborough.referral.lifecycle.ReferralTransition.ASSESS;
import static org.crossborough.referral.lifecycle.ReferralTransition.CLOSE_NO_CONTACT;
import static org.crossborough.referral.lifecycle.ReferralTransition.REOPEN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.enrolment.KnownRun;
import org.crossborough.referral.lifecycle.ReferralStatusChange.Move;
import org.jspecify.annotations.Nullable;

/**
 * What must be so before a referral makes a move that its status allows. Every move is held against
 * this table; there is no other list.
 */
enum MovePolicy {
  PEOPLE_AT_RISK_ARE_KNOWN(
      Set.of(ACCEPT),
      ReferralProblem.AT_RISK_RECEIPT_MISSING,
      "atRiskHandoff",
      "The people at risk must be handed over to the support service first, or two persons must"
          + " have agreed on an exception.",
      facts -> facts.referral.acceptanceBasis() != null),
  FOUND_SUITABLE(
      Set.of(ACCEPT),
      ReferralProblem.ASSESSMENT_NOT_SUITABLE,
      "assessment",
      "The last assessment must have the result SUITABLE.",
      facts -> facts.referral.assessmentResult() == AssessmentResult.SUITABLE),
  CONFIDENTIALITY_AGREED(
      Set.of(ACCEPT),
      ReferralProblem.CONFIDENTIALITY_AGREEMENT_MISSING,
      "confidentialityAgreement",
      "The man must have signed the agreement on limited confidentiality.",
      facts -> facts.referral.agreement() != null),
  /** Nothing that could raise a risk happens to his place while the support side holds it. */
  NOT_UNDER_REVIEW(
      Set.of(ACCEPT, ALLOCATE),
      ReferralProblem.PROGRAMME_REVIEW,
      "status",
      "The referral does not move on while it is under review.",
      facts -> !facts.known.underReview),
  BOROUGH_TAKES_PART(
      Set.of(ACCEPT),
      ReferralProblem.BOROUGH_NOT_PARTICIPATING,
      "decidedOn",
      "The borough of residence or the commissioning borough must take part on the day.",
      facts -> facts.known.boroughTakesPart),
  SCREENED_POSITIVE(
      Set.of(ACCEPT),
      ReferralProblem.SCREENING_NOT_POSITIVE,
      "screeningId",
      "The screening must be positive and have been current on the day of the referral.",
      facts -> facts.known.screeningStands),

  /** Limited confidentiality is explained and signed for before he is asked anything. */
  CONFIDENTIALITY_AGREED_FIRST(
      Set.of(ASSESS),
      ReferralProblem.CONFIDENTIALITY_AGREEMENT_MISSING,
      "confidentialityAgreement",
      "The agreement on limited confidentiality must be signed by the day of the assessment.",
      facts -> facts.referral.hadAgreedBy(facts.move.effectiveOn())),
  ASSESSMENT_LEFT(
      Set.of(ASSESS),
      ReferralProblem.ASSESSMENT_LIMIT,
      "assessments",
      "A decision is due now.",
      facts -> facts.referral.assessments() < Referral.MOST_ASSESSMENTS),

  RUN_IS_KNOWN(
      Set.of(ALLOCATE),
      ReferralProblem.UNKNOWN_RUN,
      "runId",
      "No run with this id was scheduled, or not yet heard of.",
      facts -> facts.known.run != null),
  RUN_TAKES_PLACE(
      Set.of(ALLOCATE),
      ReferralProblem.RUN_CANCELLED,
      "runId",
      "The run was cancelled.",
      facts -> facts.known.run == null || !facts.known.run.cancelled()),

  ENOUGH_APPOINTMENTS_MISSED(
      Set.of(CLOSE_NO_CONTACT),
      ReferralProblem.TOO_FEW_APPOINTMENTS_MISSED,
      "assessmentAppointments",
      "More appointments must have been missed before contact counts as lost.",
      facts -> facts.known.contactLost),

  ENDED_RECENTLY(
      Set.of(REOPEN),
      ReferralProblem.REOPENING_TOO_LATE,
      "status",
      "Send a new referral.",
      facts -> facts.referral.mayBeReopenedAt(facts.move.occasion().at()));

  /** A move to be made, by what it is judged. */
  record Facts(Referral referral, Known known, Move move) {}

  /** What other features know; whatever was not asked counts against the move. */
  record Known(
      boolean screeningStands,
      boolean underReview,
      boolean boroughTakesPart,
      @Nullable KnownRun run,
      boolean contactLost) {

    /** Nothing was asked. */
    static final Known NOTHING = new Known(false, true, false, null, false);

    /** What an acceptance asks. */
    static Known forAcceptance(
        boolean screeningStands, boolean underReview, boolean boroughTakesPart) {
      return new Known(screeningStands, underReview, boroughTakesPart, null, false);
    }

    /** What an allocation asks. */
    static Known forPlace(@Nullable KnownRun run, boolean underReview) {
      return new Known(false, underReview, false, run, false);
    }

    /** What the closing of a referral without contact asks. */
    static Known ofContact(boolean contactLost) {
      return new Known(false, true, false, null, contactLost);
    }
  }

  private final Set<ReferralTransition> moves;
  private final ReferralProblem problem;
  private final String field;
  private final String detail;
  private final Predicate<Facts> kept;

  MovePolicy(
      Set<ReferralTransition> moves,
      ReferralProblem problem,
      String field,
      String detail,
      Predicate<Facts> kept) {
    this.moves = moves;
    this.problem = problem;
    this.field = field;
    this.detail = detail;
    this.kept = kept;
  }

  /** The policies of a move that are not kept. */
  static List<MovePolicy> brokenBy(Facts facts) {
    return Arrays.stream(values())
        .filter(policy -> policy.moves.contains(facts.move.transition()))
        .filter(policy -> !policy.kept.test(facts))
        .toList();
  }

  /**
   * Requires every policy of a move to be kept.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 of the first that is not, naming all
   */
  static void require(Facts facts) {
    List<MovePolicy> broken = brokenBy(facts);
    if (!broken.isEmpty()) {
      MovePolicy first = broken.getFirst();
      throw first
          .problem
          .builder()
          .withDetail(first.detail)
          .with("violations", broken.stream().map(MovePolicy::violation).toList())
          .build();
    }
  }

  private Violation violation() {
    return new Violation(field, problem.name(), detail);
  }
}
