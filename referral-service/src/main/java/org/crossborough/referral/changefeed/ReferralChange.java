package org.crossborough.referral.changefeed;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.hibernate.annotations.Immutable;

/** A row of the log of changes, which the database itself writes. */
@Entity
@Immutable
@Table(name = "referral_change")
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
class ReferralChange {

  @Id private UUID id;
  private long position;
  private long boroughPosition;
  private String boroughCode;
  private UUID referralId;

  @Enumerated(EnumType.STRING)
  private ChangeType type;

  @Enumerated(EnumType.STRING)
  private ReferralStatus status;

  private Instant occurredAt;

  private ReferralChange() {}

  Change change() {
    return new Change(position, id, referralId, type, status.forBorough(), occurredAt);
  }
}
