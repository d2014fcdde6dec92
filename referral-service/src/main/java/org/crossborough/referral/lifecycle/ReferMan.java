package org.crossborough.referral.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralResource.DraftReferral;
import org.crossborough.referral.screening.ReferrableScreenings;
import org.crossborough.referral.screening.ReferrableScreenings.Standing;
import org.crossborough.referral.source.Sender;

/** Refers a man: the checks, the record and the events, whichever way the form came in. */
@ApplicationScoped
public class ReferMan {

  private final Referrals referrals;
  private final ReferrableScreenings screenings;
  private final Outbox outbox;

  ReferMan(Referrals referrals, ReferrableScreenings screenings, Outbox outbox) {
    this.referrals = referrals;
    this.screenings = screenings;
    this.outbox = outbox;
  }

  Referral refer(DraftReferral form, Sender sender, Occasion occasion) {
    form.findings(sender.borough(), occasion).refuse();
    requireScreening(form, occasion);
    Referral referral = Referral.receive(form, sender.client(), occasion);
    referrals.add(referral);
    outbox.publish(referral.received());
    outbox.publish(referral.participant());
    return referral;
  }

  private void requireScreening(DraftReferral form, Occasion occasion) {
    Standing screening =
        screenings
            .of(form.screeningId(), form.referringBoroughCode())
            .orElseThrow(() ->
                ReferralProblem.SCREENING_NOT_FOUND.because(
                    "No screening of the referring borough has this id."));
    if (!screening.mayBeReferred()) {
      throw ReferralProblem.SCREENING_NOT_POSITIVE.because(
          "The screening must have the result POSITIVE_REFER.");
    }
    if (!screening.isCurrentOn(form.referralDay(occasion))) {
      throw ReferralProblem.SCREENING_NOT_CURRENT.because(
          "Screen again, or check the dates of the screening and of the referral.");
    }
  }
}
