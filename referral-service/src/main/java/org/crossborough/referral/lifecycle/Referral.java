package org.crossborough.referral.lifecycle;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.time.Ids;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ParticipantEvent.ParticipantChanged;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralAccepted;
import org.crossborough.contracts.ReferralEvent.ReferralAllocated;
import org.crossborough.contracts.ReferralEvent.ReferralAmended;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralDeferred;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.contracts.ReferralEvent.ReferralTriaged;
import org.crossborough.contracts.ReferralEvent.ReferralWaiting;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.decision.DeclineReason;
import org.crossborough.referral.decision.Deferral;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.decision.NoReceiptReason;
import org.crossborough.referral.decision.RedirectionReason;
import org.crossborough.referral.decision.ReopeningReason;
import org.crossborough.referral.decision.WithdrawalReason;
import org.crossborough.referral.enrolment.Allocation;
import org.crossborough.referral.enrolment.KnownRun;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.MovePolicy.Known;
import org.crossborough.referral.lifecycle.ReferralStatusChange.Move;
import org.crossborough.referral.person.Equality;
import org.crossborough.referral.person.Person;
import org.crossborough.referral.reference.ReferralReference;
import org.crossborough.referral.source.DraftReferral;
import org.crossborough.referral.source.Submission;
import org.crossborough.referral.source.SubmittedDetails;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** A request to place one man on a programme, from receipt to a decision. */
@Entity
@Table(name = "referral")
@SuppressWarnings("UnusedVariable") // Some columns are read by constraints and reports only.
class Referral implements ReferralCase {

  static final int MOST_ASSESSMENTS = 4;
  private static final Duration MAY_BE_REOPENED_FOR = Duration.ofDays(90);

  /** Until a coordinator has begun to work with it, a referral is its sender's. */
  private static final Set<ReferralStatus> OPEN_TO_SENDER =
      EnumSet.of(ReferralStatus.RECEIVED, ReferralStatus.RETURNED_INCOMPLETE);

  @Id private UUID id;
  @Version private long version;
  private String reference;
  private String referringBoroughCode;
  private Instant receivedAt;
  @Embedded private Submission submission;
  private UUID personId;
  @Embedded private Person person;
  @Embedded private @Nullable Equality equality;

  @Enumerated(EnumType.STRING)
  private ReferralStatus status;

  @Embedded private @Nullable HandoffReceipt receipt;
  private int assessments;

  @Enumerated(EnumType.STRING)
  private @Nullable AssessmentResult assessmentResult;

  @Embedded private @Nullable ConfidentialityAgreement agreement;

  @Enumerated(EnumType.STRING)
  private @Nullable NoReceiptReason receiptException;

  private @Nullable LocalDate acceptedOn;
  private @Nullable LocalDate waitingSince;
  private @Nullable LocalDate reviewOn;
  @Embedded private @Nullable Allocation allocation;
  private @Nullable Instant endedAt;
  private int round = 1;

  @Convert(converter = MissingContent.AsJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private @Nullable List<MissingContent> missing;

  // Set by erasure, in the database: what named the man is gone then.
  private @Nullable Instant erasedAt;

  @OneToMany(
      mappedBy = "referral",
      cascade = {CascadeType.PERSIST, CascadeType.DETACH})
  @OrderBy("id")
  private List<ReferralStatusChange> changes = new ArrayList<>();

  private Referral() {}

  static Referral receive(DraftReferral form, String client, Occasion occasion) {
    Referral referral = new Referral();
    referral.id = Ids.next();
    referral.personId = Ids.next();
    referral.reference = ReferralReference.random();
    referral.receivedAt = occasion.at();
    referral.referringBoroughCode = form.referringBoroughCode();
    referral.submission = form.submission(client, occasion);
    referral.person = form.client();
    referral.equality = form.equality();
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

  ParticipantChanged participant(Instant at) {
    return new ParticipantChanged(
        personId,
        at,
        id,
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        person.phone());
  }

  @Override
  public ReferralReturnedIncomplete returnIncomplete(
      List<MissingContent> content, Occasion occasion) {
    move(Move.now(ReferralTransition.RETURN_INCOMPLETE, occasion));
    missing = List.copyOf(content);
    return new ReferralReturnedIncomplete(id, occasion.at());
  }

  @Override
  public void requireReturned() {
    ReferralTransition.COMPLETE.requireLegalFrom(status);
  }

  @Override
  public void complete(Occasion occasion) {
    requireReturned();
    if (missing != null && !missing.isEmpty()) {
      throw ReferralProblem.STILL_MISSING.of(
          missing.stream()
              .map(item -> new Violation(item.field(), item.code().name(), "was not amended"))
              .toList());
    }
    move(Move.now(ReferralTransition.COMPLETE, occasion));
    missing = null;
  }

  @Override
  public void requireAmendable(boolean byCoordinator, boolean identityAlone) {
    requireNotErased();
    if (!byCoordinator && !OPEN_TO_SENDER.contains(status)) {
      throw ReferralProblem.NOT_AMENDABLE_NOW.because(
          "Once triage has begun, a coordinator amends the referral.");
    }
    if (status.isTerminal() && !identityAlone) {
      throw ReferralProblem.NOT_AMENDABLE_NOW.because(
          "After its end, only what identifies the man can be put right.");
    }
  }

  @Override
  public List<Event> amend(DraftReferral corrected, Set<String> fields, Occasion occasion) {
    requireNotErased();
    List<Event> before = told(occasion.at());
    submission = corrected.submission(submission.submittingClient(), occasion);
    person = corrected.client();
    equality = corrected.equality();
    if (missing != null) {
      missing = missing.stream().filter(item -> !fields.contains(item.field())).toList();
    }
    return told(occasion.at()).stream().filter(event -> !before.contains(event)).toList();
  }

  private List<Event> told(Instant at) {
    return List.of(
        participant(at),
        new ReferralAmended(
            id,
            at,
            person.residenceBoroughCode(),
            submission.commissioningBoroughCode(),
            submission.referrer().type().name()));
  }

  ReferralClosed closeNoResponse(Occasion occasion) {
    return end(ReferralTransition.CLOSE_NO_RESPONSE, "NO_RESPONSE", occasion.today(), occasion);
  }

  ReferralClosed markDuplicate(boolean sentTwice, Occasion occasion) {
    Move move =
        new Move(ReferralTransition.MARK_DUPLICATE, occasion, occasion.today(), "DUPLICATE");
    return end(move, Known.ofRepeat(sentTwice));
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

  @Override
  public void invite(LocalDate offeredOn, Occasion occasion) {
    if (!ReferralTransition.ASSESS.isLegalFrom(status)) {
      offerAssessment(offeredOn, occasion);
    }
  }

  @Override
  public void sign(ConfidentialityAgreement signed) {
    requireOpen();
    agreement = signed;
  }

  @Override
  public AssessmentCompleted assess(
      AssessmentResult result, LocalDate assessedOn, Occasion occasion) {
    move(new Move(ReferralTransition.ASSESS, occasion, assessedOn, null));
    assessments++;
    assessmentResult = result;
    return new AssessmentCompleted(id, occasion.at(), personId, result.name(), assessedOn);
  }

  @Override
  public ReferralClosed closeNoContact(boolean contactLost, Occasion occasion) {
    Move move =
        new Move(ReferralTransition.CLOSE_NO_CONTACT, occasion, occasion.today(), "NO_CONTACT");
    return end(move, Known.ofContact(contactLost));
  }

  ReferralDeferred defer(Deferral deferral, Occasion occasion) {
    String reason = deferral.reason().name();
    move(new Move(ReferralTransition.DEFER, occasion, deferral.decidedOn(), reason));
    reviewOn = deferral.reviewOn();
    return new ReferralDeferred(id, occasion.at(), reason, deferral.reviewOn());
  }

  void resume(Occasion occasion) {
    move(Move.now(ReferralTransition.RESUME, occasion));
    reviewOn = null;
  }

  ReferralAccepted accept(Known known, LocalDate decidedOn, Occasion occasion) {
    move(new Move(ReferralTransition.ACCEPT, occasion, decidedOn, null), known);
    acceptedOn = decidedOn;
    return new ReferralAccepted(id, occasion.at(), personId, decidedOn, acceptanceBasis());
  }

  ReferralWaiting putOnWaitingList(LocalDate firstReviewOn, Occasion occasion) {
    move(Move.now(ReferralTransition.WAIT, occasion));
    waitingSince = occasion.today();
    reviewOn = firstReviewOn;
    return new ReferralWaiting(id, occasion.at(), referringBoroughCode, occasion.today());
  }

  @Override
  public void reviewWaiting(LocalDate nextReviewOn) {
    if (status != ReferralStatus.WAITING_LIST) {
      throw ReferralProblem.NOT_WAITING.because("It is %s.".formatted(status));
    }
    reviewOn = nextReviewOn;
  }

  ReferralAllocated allocate(Known known, @Nullable LocalDate from, Occasion occasion) {
    move(Move.now(ReferralTransition.ALLOCATE, occasion), known);
    KnownRun run = Objects.requireNonNull(known.run());
    LocalDate startsOn = from == null ? run.startsOn() : from;
    allocation = new Allocation(run.id(), startsOn);
    reviewOn = null;
    return new ReferralAllocated(
        id, occasion.at(), personId, run.id(), referringBoroughCode, startsOn);
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

  /** Opens an ended referral again: triage and assessment begin anew, and that is what is told. */
  ReferralTriaged reopen(ReopeningReason reason, Occasion occasion) {
    move(new Move(ReferralTransition.REOPEN, occasion, occasion.today(), reason.name()));
    endedAt = null;
    round++;
    assessments = 0;
    assessmentResult = null;
    return new ReferralTriaged(id, occasion.at());
  }

  @Override
  public void acknowledge(HandoffReceipt newReceipt) {
    receipt = newReceipt;
  }

  @Override
  public void excuse(NoReceiptReason reason) {
    requireOpen();
    receiptException = reason;
  }

  @Override
  public void requireOpen() {
    if (endedAt != null || status == ReferralStatus.ALLOCATED) {
      throw ReferralProblem.NOT_OPEN.because("It is %s.".formatted(status));
    }
  }

  private ReferralClosed end(
      ReferralTransition ending, String reasonCode, LocalDate decidedOn, Occasion occasion) {
    return end(new Move(ending, occasion, decidedOn, reasonCode), Known.NOTHING);
  }

  private ReferralClosed end(Move move, Known known) {
    move(move, known);
    endedAt = move.occasion().at();
    reviewOn = null;
    return new ReferralClosed(
        id, endedAt, status.name(), Objects.requireNonNull(move.reasonCode()), move.effectiveOn());
  }

  private void move(Move move) {
    move(move, Known.NOTHING);
  }

  private void move(Move move, Known known) {
    requireNotErased();
    move.transition().requireLegalFrom(status);
    MovePolicy.require(new MovePolicy.Facts(this, known, move));
    changes.add(ReferralStatusChange.of(this, status, move));
    status = move.transition().to();
  }

  private void requireNotErased() {
    if (erasedAt != null) {
      throw ReferralProblem.ERASED.because("What named the man has been destroyed.");
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  long version() {
    return version;
  }

  @Override
  public String referringBoroughCode() {
    return referringBoroughCode;
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public int assessments() {
    return assessments;
  }

  UUID screeningId() {
    return submission.screeningId();
  }

  LocalDate referredOn() {
    return submission.referralDate();
  }

  /** On what he may be accepted: a receipt, or else an exception to it; null on nothing yet. */
  @Nullable String acceptanceBasis() {
    if (receipt != null) {
      return "RECEIPT";
    }
    return receiptException == null ? null : receiptException.name();
  }

  boolean hadAgreedBy(LocalDate day) {
    return agreement != null && !agreement.signedOn().isAfter(day);
  }

  boolean mayBeReopenedAt(Instant at) {
    return endedAt != null && !endedAt.plus(MAY_BE_REOPENED_FOR).isBefore(at);
  }

  ReferralStatus status() {
    return status;
  }

  @Nullable HandoffReceipt receipt() {
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

  boolean restsOn(UUID screeningId) {
    return submission.screeningId().equals(screeningId);
  }

  Set<String> responsibleBoroughs() {
    return Set.copyOf(
        List.of(person.residenceBoroughCode(), submission.commissioningBoroughCode()));
  }

  @Override
  public DraftReferral form() {
    requireNotErased();
    return DraftReferral.of(referringBoroughCode, submission, person, equality);
  }

  ReferralView view() {
    return erasedAt == null
        ? summary().with(person, SubmittedDetails.of(form(), submission.referralDate()), missing)
        : summary();
  }

  private ReferralView summary() {
    return new Referrals.Summary(
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
            reviewOn,
            version)
        .view();
  }
}
