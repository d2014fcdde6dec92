package org.crossborough.referral.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.ReferralEvent.AssessmentCompleted;
import org.crossborough.contracts.ReferralEvent.ReferralClosed;
import org.crossborough.contracts.ReferralEvent.ReferralReturnedIncomplete;
import org.crossborough.referral.decision.AssessmentResult;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.decision.NoReceiptReason;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.source.DraftReferral;

/**
 * A referral in the hands of another feature: what such a feature may ask of it and do with it.
 * Every method that changes it throws a 409 when its status or a policy forbids the change.
 */
public interface ReferralCase {

  /** Its id. */
  UUID id();

  /** The borough that row-level security binds it, and everything beneath it, to. */
  String referringBoroughCode();

  /** Which way through the pathway it is on: 1 at first, one more with each reopening. */
  int round();

  /** How many suitability assessments were made on this way. */
  int assessments();

  /**
   * The form that would have made it what it now is.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the man was erased
   */
  DraftReferral form();

  /**
   * Requires that what was sent can be put right: its sender does that until triage begins, a
   * coordinator until the end; then, only what identifies the man.
   *
   * @param identityAlone whether nothing else is to be put right
   */
  void requireAmendable(boolean byCoordinator, boolean identityAlone);

  /** Puts what was sent right, and returns what others must be told anew: often nothing. */
  List<Event> amend(DraftReferral corrected, Set<String> fields, Occasion occasion);

  /** Returns it to its sender for what is missing in its form. */
  ReferralReturnedIncomplete returnIncomplete(List<MissingContent> content, Occasion occasion);

  /** Requires that it has been returned to its sender. */
  void requireReturned();

  /** Takes it back from its sender, once nothing is missing any more. */
  void complete(Occasion occasion);

  /** Keeps the receipt for people at risk; whatever the status, since it comes when it comes. */
  void acknowledge(HandoffReceipt receipt);

  /** Requires that it has neither ended nor got its place. */
  void requireOpen();

  /** Offers an appointment: the first moves it, later ones need it to wait for an assessment. */
  void invite(LocalDate offeredOn, Occasion occasion);

  /** Keeps that the man signed; a later agreement replaces it. */
  void sign(ConfidentialityAgreement agreement);

  /** Makes an assessment count. */
  AssessmentCompleted assess(AssessmentResult result, LocalDate assessedOn, Occasion occasion);

  /** Ends it because the man does not come. */
  ReferralClosed closeNoContact(boolean contactLost, Occasion occasion);

  /** Excuses it from the receipt for at-risk details, once two persons have agreed. */
  void excuse(NoReceiptReason reason);

  /** Keeps when its wait for a place is to be looked at next. */
  void reviewWaiting(LocalDate nextReviewOn);

  /**
   * What a feature that keeps something beside a referral does once the referral has ended or got
   * its place; in the transaction of that move.
   */
  public interface AfterTheEnd {

    /** The referral has ended, or got its place. */
    void afterTheEnd(UUID referralId, Occasion occasion);
  }
}
