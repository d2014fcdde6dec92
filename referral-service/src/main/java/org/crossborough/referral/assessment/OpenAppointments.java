package org.crossborough.referral.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.AfterTheEnd;

/**
 * Cancels appointments that are open when a referral ends: nobody is to wait in a room for a man
 * who is not expected any more.
 */
@ApplicationScoped
class OpenAppointments implements AfterTheEnd {

  private final AssessmentRecords records;

  OpenAppointments(AssessmentRecords records) {
    this.records = records;
  }

  @Override
  public void of(UUID referralId, Occasion occasion) {
    records.cancelOpen(referralId, occasion);
  }
}
