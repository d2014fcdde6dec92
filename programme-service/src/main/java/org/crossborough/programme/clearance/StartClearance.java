package org.crossborough.programme.clearance;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The man of a referral may start; once given it is not taken back, only held. */
@Entity
@Table(name = "start_clearance")
class StartClearance {

  @Id private UUID referralId;

  // Kept for whoever asks the table since when.
  @SuppressWarnings("UnusedVariable")
  private Instant clearedAt;

  private StartClearance() {}

  static StartClearance of(UUID referralId, Instant at) {
    StartClearance clearance = new StartClearance();
    clearance.referralId = referralId;
    clearance.clearedAt = at;
    return clearance;
  }

  UUID referralId() {
    return referralId;
  }
}
