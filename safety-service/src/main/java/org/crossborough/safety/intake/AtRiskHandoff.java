package org.crossborough.safety.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.SafetyEvent.AtRiskReceived;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One hand-over of at-risk details, until and after it is matched to its referral. */
@Entity
@DynamicUpdate
@SuppressWarnings("unused") // Who reviewed it, and why, is for those who ask the database.
class AtRiskHandoff {

  /** Where a hand-over stands; it is settled once, and reviewed once if it was put aside. */
  enum Status {
    AWAITING_REFERRAL,
    MATCHED,
    QUARANTINED,
    RELEASED,
    DESTROYED
  }

  @Id private UUID id;
  private UUID referralId;
  private @Nullable String senderBoroughCode;
  private int personCount;

  @Enumerated(EnumType.STRING)
  private Status status;

  private Instant receivedAt;
  private @Nullable String reviewedBy;
  private @Nullable Instant reviewedAt;
  private @Nullable String reviewReasonCode;
  @Version private long version;

  private AtRiskHandoff() {}

  @SuppressWarnings("NullAway") // An envelope that was opened is sound.
  static AtRiskHandoff received(
      HandedOver handedOver, @Nullable String senderBoroughCode, Instant at) {
    AtRiskHandoff handoff = new AtRiskHandoff();
    handoff.id = Ids.next();
    handoff.referralId = handedOver.referralId();
    handoff.senderBoroughCode = senderBoroughCode;
    handoff.personCount = handedOver.persons().size();
    handoff.status = Status.AWAITING_REFERRAL;
    handoff.receivedAt = at;
    return handoff;
  }

  /** Whether a referral from this borough can be the one: a sender without borough serves all. */
  boolean mayConcernReferralFrom(@Nullable String boroughCode) {
    return senderBoroughCode == null || senderBoroughCode.equals(boroughCode);
  }

  AtRiskReceived match() {
    settle(Status.MATCHED);
    return new AtRiskReceived(referralId, receivedAt, id, personCount);
  }

  void quarantine() {
    settle(Status.QUARANTINED);
  }

  /** Takes it for the referral's after all. */
  AtRiskReceived release(Quarantine.Review review) {
    review(Status.RELEASED, review);
    return new AtRiskReceived(referralId, receivedAt, id, personCount);
  }

  void destroy(Quarantine.Review review) {
    review(Status.DESTROYED, review);
  }

  private void review(Status reviewed, Quarantine.Review review) {
    if (status != Status.QUARANTINED) {
      throw IntakeProblem.REVIEWED_BEFORE.because("It was released or destroyed already.");
    }
    status = reviewed;
    reviewedBy = review.by();
    reviewedAt = review.at();
    reviewReasonCode = review.reasonCode();
  }

  private void settle(Status settled) {
    if (status != Status.AWAITING_REFERRAL) {
      throw new IllegalStateException("Hand-over %s is settled already".formatted(id));
    }
    status = settled;
  }

  UUID id() {
    return id;
  }

  UUID referralId() {
    return referralId;
  }

  int personCount() {
    return personCount;
  }

  Quarantine.Held held(@Nullable String referringBoroughCode) {
    return new Quarantine.Held(
        id,
        status.name(),
        referralId,
        senderBoroughCode,
        referringBoroughCode,
        personCount,
        receivedAt,
        version);
  }

  boolean wasQuarantined() {
    return status == Status.QUARANTINED || reviewedAt != null;
  }

  Instant receivedAt() {
    return receivedAt;
  }
}
