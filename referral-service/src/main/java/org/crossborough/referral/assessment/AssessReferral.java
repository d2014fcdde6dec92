package org.crossborough.referral.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.crossborough.referral.lifecycle.ReferralCase;

/** What changes a referral and leaves a record here: agreements, assessments, missed ones. */
@ApplicationScoped
class AssessReferral {

  private final MoveReferral referrals;
  private final AssessmentRecords records;
  private final Outbox outbox;
  private final AssessmentConfig config;

  AssessReferral(
      MoveReferral referrals, AssessmentRecords records, Outbox outbox, AssessmentConfig config) {
    this.referrals = referrals;
    this.records = records;
    this.outbox = outbox;
    this.config = config;
  }

  Response sign(ReferralCase referral, SignAgreement form) {
    Occasion occasion = referrals.occasion();
    sign(referral, form.agreement(occasion, ""), occasion);
    return referrals.answer(referral.id());
  }

  Response assess(ReferralCase referral, RecordAssessment form) {
    Occasion occasion = referrals.occasion();
    form.requireConsistent();
    if (form.confidentialityAgreement() != null) {
      sign(
          referral,
          form.confidentialityAgreement().agreement(occasion, "confidentialityAgreement."),
          occasion);
    }
    outbox.publish(referral.assess(form.result(), form.day(occasion), occasion));
    if (form.appointmentId() != null) {
      keep(referral, form.appointmentId(), occasion);
    }
    records.add(Assessment.of(referral, form, occasion));
    return referrals.answer(referral.id());
  }

  Response closeNoContact(ReferralCase referral) {
    boolean contactLost = records.missed(referral) >= config.missedBeforeClosing();
    Occasion occasion = referrals.occasion();
    outbox.publish(referral.closeNoContact(contactLost, occasion));
    records.afterTheEnd(referral.id(), occasion);
    return referrals.answer(referral.id());
  }

  private void keep(ReferralCase referral, UUID appointmentId, Occasion occasion) {
    records
        .appointment(referral.id(), appointmentId)
        .orElseThrow(() ->
            AssessmentProblem.APPOINTMENT_UNKNOWN.because(
                "The referral has no appointment with this appointmentId."))
        .keep(occasion);
  }

  private void sign(ReferralCase referral, ConfidentialityAgreement agreement, Occasion occasion) {
    referral.sign(agreement);
    records.add(SignedAgreement.of(referral, agreement, occasion));
  }
}
