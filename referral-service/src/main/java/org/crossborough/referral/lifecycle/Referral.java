package org.crossborough.referral.lifecycle;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.referral.assessment.AssessmentResult;
import org.crossborough.referral.assessment.ConfidentialityAgreement;
import org.crossborough.referral.decision.DeclineReason;
import org.crossborough.referral.decision.Deferral;
import org.crossborough.referral.decision.RedirectionReason;
import org.crossborough.referral.decision.WithdrawalReason;
import org.crossborough.referral.enrolment.Allocation;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralStatusChange.Move;
import org.crossborough.referral.person.Person;
import org.crossborough.referral.source.Submission;
import org.jspecify.annotations.Nullable;

/** A request to place one man on a programme, from receipt to a decision. */
@Entity
@Table(name = "referral")
@SuppressWarnings("UnusedVariable") // Some columns are read by constraints and reports only.
class Referral {

  static final int MOST_ASSESSMENTS = 4;
  static final Duration MAY_BE_REOPENED_FOR = Duration.ofDays(90);

  @Id private UUID id;
  @Version private long version;
  private String reference;
  private String referringBoroughCode;
  private Instant receivedAt;
  @Embedded private Submission submission;
  private UUID personId;
  @Embedded private Person person;

  @Enumerated(EnumType.STRING)
  private ReferralStatus status;

  @Embedded private HandoffReceipts.@Nullable Receipt receipt;
  private int assessments;

  @Enumerated(EnumType.STRING)
  private @Nullable AssessmentResult assessmentResult;

  @Embedded private @Nullable ConfidentialityAgreement agreement;
  private @Nullable LocalDate reviewOn;
  @Embedded private @Nullable Allocation allocation;
  private @Nullable Instant endedAt;
  // Set by erasure, in the database: what named the man is gone then.
  private @Nullable Instant erasedAt;

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  @OrderBy("id")
  private List<ReferralStatusChange> changes = new ArrayList<>();

  @OneToMany(mappedBy = "referral", cascade = CascadeType.PERSIST)
  private List<Assessment> sessions = new ArrayList<>();

  private Referral() {}

  static Referral receive(ReferralResource.DraftReferral form, String client, Occasion occasion) {
    Referral referral = new Referral();
    referral.id = Ids.next();
    referral.personId = Ids.next();
    referral.reference = ReferralReference.random();
    referral.receivedAt = occasion.at();
    referral.referringBoroughCode = form.referringBoroughCode();
    referral.submission = form.submission(client, occasion);
    referral.person = form.client();
    LocalDate referredOn = referral.submission.referralDate();
    referral.move(new Move(ReferralTransition.RECEIVE, occasion, referredOn, null));
    return referral;
  }

  ReferralReceived received() {
    return new ReferralReceived(
        id,
        receivedAt,
        personId,
        submission.screeningId(),
        referringBoroughCode,
        person.residenceBoroughCode(),
        submission.commissioningBoroughCode(),
        submission.referrer().type().name(),
        submission.referralDate());
  }

  ParticipantChanged participant() {
    return new ParticipantChanged(
        personId,
        receivedAt,
        id,
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        person.phone());
  }

  void returnIncomplete(Occasion occasion) {
    move(Move.now(ReferralTransition.RETURN_INCOMPLETE, occasion));
  }

  void complete(Occasion occasion) {
    move(Move.now(ReferralTransition.COMPLETE, occasion));
  }

  ReferralClosed closeNoResponse(Occasion occasion) {
    return end(ReferralTransition.CLOSE_NO_RESPONSE, "NO_RESPONSE", occasion.today(), occasion);
  }

  ReferralClosed markDuplicate(Occasion occasion) {
    return end(ReferralTransition.MARK_DUPLICATE, "DUPLICATE", occasion.today(), occasion);
  }

  ReferralTriaged beginTriage(Occasion occasion) {
    move(Move.now(ReferralTransition.BEGIN_TRIAGE, occasion));
    return new ReferralTriaged(id, occasion.at());
  }

  void requestAtRiskDetails(Occasion occasion) {
    move(Move.now(ReferralTransition.REQUEST_AT_RISK_DETAILS, occasion));
  }

  void offerAssessment(LocalDate offeredOn, Occasion occasion) {
    move(new Move(ReferralTransition.OFFER_ASSESSMENT, occasion, offeredOn, null));
  }

  AssessmentCompleted assess(
      Assessment.Finding finding, @Nullable ConfidentialityAgreement signed, Occasion occasion) {
    ReferralTransition.ASSESS.requireLegalFrom(status);
    if (assessments == MOST_ASSESSMENTS) {
      throw ReferralProblem.ASSESSMENT_LIMIT.because("A decision is due now.");
    }
    move(new Move(ReferralTransition.ASSESS, occasion, finding.assessedOn(), null));
    assessments++;
    sessions.add(Assessment.of(this, assessments, finding, occasion));
    assessmentResult = finding.result();
    if (signed != null) {
      agreement = signed;
    }
    return new AssessmentCompleted(
        id, occasion.at(), personId, finding.result().name(), finding.assessedOn());
  }

  ReferralClosed closeNoContact(Occasion occasion) {
    return end(ReferralTransition.CLOSE_NO_CONTACT, "NO_CONTACT", occasion.today(), occasion);
  }

  void defer(Deferral deferral, Occasion occasion) {
    move(
        new Move(
            ReferralTransition.DEFER, occasion, deferral.decidedOn(), deferral.reason().name()));
    reviewOn = deferral.reviewOn();
  }

  void resume(Occasion occasion) {
    move(Move.now(ReferralTransition.RESUME, occasion));
    reviewOn = null;
  }

  ReferralAccepted accept(AcceptancePolicy.Facts facts, LocalDate decidedOn, Occasion occasion) {
    ReferralTransition.ACCEPT.requireLegalFrom(status);
    AcceptancePolicy.require(facts);
    move(new Move(ReferralTransition.ACCEPT, occasion, decidedOn, null));
    return new ReferralAccepted(id, occasion.at(), personId, decidedOn, "RECEIPT");
  }

  void putOnWaitingList(Occasion occasion) {
    move(Move.now(ReferralTransition.WAIT, occasion));
  }

  ReferralAllocated allocate(Allocation place, Occasion occasion) {
    move(Move.now(ReferralTransition.ALLOCATE, occasion));
    allocation = place;
    return new ReferralAllocated(
        id, occasion.at(), personId, place.runId(), referringBoroughCode, place.startsOn());
  }

  ReferralClosed decline(DeclineReason reason, LocalDate decidedOn, Occasion occasion) {
    return end(ReferralTransition.DECLINE, reason.name(), decidedOn, occasion);
  }

  ReferralClosed redirect(RedirectionReason reason, LocalDate decidedOn, Occasion occasion) {
    return end(ReferralTransition.REDIRECT, reason.name(), decidedOn, occasion);
  }

  ReferralClosed withdraw(WithdrawalReason reason, LocalDate decidedOn, Occasion occasion) {
    return end(ReferralTransition.WITHDRAW, reason.name(), decidedOn, occasion);
  }

  /** Opens an ended referral again: triage begins anew, and that is what is told. */
  ReferralTriaged reopen(Occasion occasion) {
    ReferralTransition.REOPEN.requireLegalFrom(status);
    if (endedAt == null || endedAt.plus(MAY_BE_REOPENED_FOR).isBefore(occasion.at())) {
      throw ReferralProblem.REOPENING_TOO_LATE.because("Send a new referral.");
    }
    move(Move.now(ReferralTransition.REOPEN, occasion));
    endedAt = null;
    return new ReferralTriaged(id, occasion.at());
  }

  /** Keeps the receipt for people at risk; whatever the status, since it comes when it comes. */
  void acknowledge(HandoffReceipts.Receipt newReceipt) {
    receipt = newReceipt;
  }

  private ReferralClosed end(
      ReferralTransition ending, String reasonCode, LocalDate decidedOn, Occasion occasion) {
    move(new Move(ending, occasion, decidedOn, reasonCode));
    endedAt = occasion.at();
    return new ReferralClosed(id, occasion.at(), ending.to().name(), reasonCode, decidedOn);
  }

  private void move(Move move) {
    if (erasedAt != null) {
      throw ReferralProblem.ERASED.because("What named the man has been destroyed.");
    }
    move.transition().requireLegalFrom(status);
    changes.add(ReferralStatusChange.of(this, status, move));
    status = move.transition().to();
  }

  UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  String referringBoroughCode() {
    return referringBoroughCode;
  }

  ReferralStatus status() {
    return status;
  }

  HandoffReceipts.@Nullable Receipt receipt() {
    return receipt;
  }

  @Nullable AssessmentResult assessmentResult() {
    return assessmentResult;
  }

  @Nullable ConfidentialityAgreement agreement() {
    return agreement;
  }

  List<ReferralStatusChange> changes() {
    return changes;
  }

  Set<String> responsibleBoroughs() {
    return Set.copyOf(
        List.of(person.residenceBoroughCode(), submission.commissioningBoroughCode()));
  }

  ReferralView view() {
    return erasedAt == null ? summary().with(person) : summary();
  }

  ReferralView summary() {
    return new ReferralView(
        id,
        reference,
        submission.externalReference(),
        status,
        referringBoroughCode,
        person.residenceBoroughCode(),
        submission.commissioningBoroughCode(),
        submission.referralDate(),
        receivedAt,
        submission.screeningId(),
        receipt,
        allocation,
        null,
        version);
  }
}
