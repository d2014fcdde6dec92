package org.crossborough.referral.lifecycle;

import static org.crossborough.referral.lifecycle.ReferralStatus.RECEIVED;
import static org.crossborough.referral.lifecycle.ReferralStatus.RETURNED_INCOMPLETE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.source.DraftReferral;

/** Changes what a referral says, as opposed to where it stands; and asks for such changes. */
@ApplicationScoped
public class AmendReferral {

  /** What says who the man is; a mistake in it is put right even after the end. */
  public static final Set<String> IDENTITY =
      Set.of(
          "client.givenName",
          "client.familyName",
          "client.dateOfBirth",
          "client.sex",
          "client.nhsNumber");

  /** Until a coordinator has begun to work with it, a referral is its sender's. */
  private static final Set<ReferralStatus> OPEN_TO_SENDER =
      EnumSet.of(RECEIVED, RETURNED_INCOMPLETE);

  /** How a form is put right: given as it is, returned as it should be, checked and recorded. */
  @FunctionalInterface
  public interface Correction {

    /** The corrected form. */
    DraftReferral of(DraftReferral form, Occasion occasion);
  }

  private final MoveReferral move;
  private final Referrals referrals;
  private final Outbox outbox;
  private final Caller caller;

  AmendReferral(MoveReferral move, Referrals referrals, Outbox outbox, Caller caller) {
    this.move = move;
    this.referrals = referrals;
    this.outbox = outbox;
    this.caller = caller;
  }

  /**
   * Puts fields right.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when the caller may not amend them in
   *     the referral's status; 404, 412 and 428 as for every move
   */
  public Response amend(UUID id, HttpHeaders headers, Set<String> fields, Correction correction) {
    return move.quietly(
        id, headers, (referral, occasion) -> amend(referral, fields, correction, occasion));
  }

  /** Returns a referral to its sender for what is missing in its form. */
  public Response returnIncomplete(
      UUID id, HttpHeaders headers, Function<DraftReferral, List<MissingContent>> missing) {
    return move.telling(
        id,
        headers,
        (referral, occasion) ->
            referral.returnIncomplete(missing.apply(referral.form()), occasion));
  }

  /** Takes a returned referral back, amended on the way or before. */
  public Response complete(
      UUID id, HttpHeaders headers, Set<String> fields, Correction correction) {
    return move.quietly(
        id,
        headers,
        (referral, occasion) -> {
          ReferralTransition.COMPLETE.requireLegalFrom(referral.status());
          if (!fields.isEmpty()) {
            amend(referral, fields, correction, occasion);
          }
          referral.complete(occasion);
        });
  }

  /**
   * Requires that the caller may see a referral.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none to be seen
   */
  public void requireVisible(UUID id) {
    var _ = referrals.require(id);
  }

  private void amend(
      Referral referral, Set<String> fields, Correction correction, Occasion occasion) {
    requireAmendable(referral.status(), fields);
    DraftReferral corrected = correction.of(referral.form(), occasion);
    referral.amend(corrected, fields, occasion).forEach(outbox::publish);
  }

  private void requireAmendable(ReferralStatus status, Set<String> fields) {
    if (!caller.hasRole(Roles.COORDINATOR) && !OPEN_TO_SENDER.contains(status)) {
      throw ReferralProblem.NOT_AMENDABLE_NOW.because(
          "Once triage has begun, a coordinator amends the referral.");
    }
    if (status.isTerminal() && !IDENTITY.containsAll(fields)) {
      throw ReferralProblem.NOT_AMENDABLE_NOW.because(
          "After its end, only what identifies the man can be put right.");
    }
  }
}
