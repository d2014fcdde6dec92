package org.crossborough.referral.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.referral.access.Roles;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.MoveReferral;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.crossborough.referral.source.DraftReferral;

/** Changes what a referral says, as opposed to where it stands; and asks for such changes. */
@ApplicationScoped
class AmendReferral {

  /** What says who the man is; a mistake in it is put right even after the end. */
  static final Set<String> IDENTITY =
      Set.of(
          "client.givenName",
          "client.familyName",
          "client.dateOfBirth",
          "client.sex",
          "client.nhsNumber");

  /** How a form is put right: given as it is, returned as it should be, checked and recorded. */
  @FunctionalInterface
  interface Correction {

    /** The corrected form. */
    DraftReferral of(DraftReferral form, Occasion occasion);
  }

  private final MoveReferral referrals;
  private final Outbox outbox;
  private final Caller caller;

  AmendReferral(MoveReferral referrals, Outbox outbox, Caller caller) {
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
  Response amend(UUID id, HttpHeaders headers, Set<String> fields, Correction correction) {
    amend(referrals.open(id, headers), fields, correction, referrals.occasion());
    return referrals.answer(id);
  }

  /** Returns a referral to its sender for what is missing in its form. */
  Response returnIncomplete(
      UUID id, HttpHeaders headers, Function<DraftReferral, List<MissingContent>> missing) {
    ReferralCase referral = referrals.open(id, headers);
    List<MissingContent> content = missing.apply(referral.form());
    outbox.publish(referral.returnIncomplete(content, referrals.occasion()));
    return referrals.answer(id);
  }

  /** Takes a returned referral back, amended on the way or before. */
  Response complete(UUID id, HttpHeaders headers, Set<String> fields, Correction correction) {
    ReferralCase referral = referrals.open(id, headers);
    Occasion occasion = referrals.occasion();
    referral.requireReturned();
    if (!fields.isEmpty()) {
      amend(referral, fields, correction, occasion);
    }
    referral.complete(occasion);
    return referrals.answer(id);
  }

  /**
   * Requires that the caller may see a referral.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when there is none to be seen
   */
  void requireVisible(UUID id) {
    referrals.requireVisible(id);
  }

  private void amend(
      ReferralCase referral, Set<String> fields, Correction correction, Occasion occasion) {
    referral.requireAmendable(caller.hasRole(Roles.COORDINATOR), IDENTITY.containsAll(fields));
    DraftReferral corrected = correction.of(referral.form(), occasion);
    referral.amend(corrected, fields, occasion).forEach(outbox::publish);
  }
}
