package org.crossborough.referral.exception;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.decision.NoReceiptReason;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why one man may be accepted without a receipt: two persons' decision. */
@Entity
@Table(name = "exception_to_receipt")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class ExceptionToReceipt {

  /** Where a proposal stands; it is decided once. */
  @Schema(name = "ReceiptExceptionStatus")
  enum Status {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
  }

  @Id private UUID id;
  @Version private long version;
  private UUID referralId;
  private String boroughCode;

  @Enumerated(EnumType.STRING)
  private NoReceiptReason code;

  private String reason;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Embedded
  @AttributeOverride(name = "name", column = @Column(name = "proposed_by"))
  @AttributeOverride(name = "subject", column = @Column(name = "proposed_by_subject"))
  @AttributeOverride(name = "at", column = @Column(name = "proposed_at"))
  private Signature proposed;

  @Embedded
  @AttributeOverride(name = "name", column = @Column(name = "decided_by"))
  @AttributeOverride(name = "subject", column = @Column(name = "decided_by_subject"))
  @AttributeOverride(name = "at", column = @Column(name = "decided_at"))
  private @Nullable Signature decided;

  private @Nullable Instant withdrawnAt;

  private ExceptionToReceipt() {}

  static ExceptionToReceipt propose(
      ReferralCase referral, NoReceiptReason code, String reason, Signature proposer) {
    ExceptionToReceipt proposal = new ExceptionToReceipt();
    proposal.id = Ids.next();
    proposal.referralId = referral.id();
    proposal.boroughCode = referral.referringBoroughCode();
    proposal.code = code;
    proposal.reason = reason;
    proposal.status = Status.PROPOSED;
    proposal.proposed = proposer;
    return proposal;
  }

  /** A second person agrees: the referral is excused from the receipt. */
  void approve(ReferralCase referral, Signature decider) {
    decide(Status.APPROVED, decider);
    referral.excuse(code);
  }

  /** A second person does not agree. */
  void refuse(Signature decider) {
    decide(Status.REFUSED, decider);
  }

  /** Whoever proposed it takes it back. */
  void withdraw(Signature proposer) {
    requireOpen();
    if (!proposer.isOfTheSamePersonAs(proposed)) {
      throw ExceptionProblem.NOT_THE_PROPOSER.because("Refuse it instead.");
    }
    status = Status.WITHDRAWN;
    withdrawnAt = proposer.at();
  }

  private void decide(Status decision, Signature decider) {
    requireOpen();
    if (decider.isOfTheSamePersonAs(proposed)) {
      throw ExceptionProblem.SAME_PERSON.because("A second person must decide.");
    }
    status = decision;
    decided = decider;
  }

  private void requireOpen() {
    if (status != Status.PROPOSED) {
      throw ExceptionProblem.ALREADY_DECIDED.because("It is %s.".formatted(status));
    }
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  Status status() {
    return status;
  }

  ExceptionView view() {
    return new ExceptionView(
        id,
        referralId,
        code,
        reason,
        status,
        proposed.name(),
        proposed.at(),
        decided == null ? null : decided.name(),
        decided == null ? null : decided.at(),
        withdrawnAt,
        version);
  }
}
