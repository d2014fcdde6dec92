package org.crossborough.referral.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.referral.borough.Participation;
import org.crossborough.referral.enrolment.KnownRuns;
import org.crossborough.referral.lifecycle.MovePolicy.Known;
import org.crossborough.referral.review.ProgrammeReviews;
import org.crossborough.referral.screening.ReferrableScreenings;

/** Asks other features what the policies of a move need to know. */
@ApplicationScoped
class KnownElsewhere {

  private final ReferrableScreenings screenings;
  private final ProgrammeReviews reviews;
  private final Participation participation;
  private final KnownRuns runs;

  KnownElsewhere(
      ReferrableScreenings screenings,
      ProgrammeReviews reviews,
      Participation participation,
      KnownRuns runs) {
    this.screenings = screenings;
    this.reviews = reviews;
    this.participation = participation;
    this.runs = runs;
  }

  Known forAcceptance(Referral referral, LocalDate decidedOn) {
    boolean screeningStands =
        screenings
            .of(referral.screeningId(), referral.referringBoroughCode())
            .filter(screening -> screening.mayBeReferred())
            .filter(screening -> screening.isCurrentOn(referral.referredOn()))
            .isPresent();
    return Known.forAcceptance(
        screeningStands,
        reviews.isOpen(referral.id()),
        participation.ofAny(referral.responsibleBoroughs(), decidedOn));
  }

  Known forPlace(Referral referral, UUID runId) {
    return Known.forPlace(runs.of(runId).orElse(null), reviews.isOpen(referral.id()));
  }
}
