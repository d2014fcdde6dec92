package org.crossborough.referral.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.outbox.Outbox;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.organisation.KnownOrganisations;
import org.crossborough.referral.screening.ReferrableScreenings;
import org.crossborough.referral.screening.ReferrableScreenings.Standing;
import org.crossborough.referral.source.DraftReferral;
import org.crossborough.referral.source.Sender;

/** Refers a man: the checks, the record and the events, whichever way the form came in. */
@ApplicationScoped
public class ReferMan {

  private final Referrals referrals;
  private final ReferrableScreenings screenings;
  private final KnownOrganisations organisations;
  private final Outbox outbox;
  private final Validator validator;
  private final ObjectMapper json;

  ReferMan(
      Referrals referrals,
      ReferrableScreenings screenings,
      KnownOrganisations organisations,
      Outbox outbox,
      Validator validator,
      ObjectMapper json) {
    this.referrals = referrals;
    this.screenings = screenings;
    this.organisations = organisations;
    this.outbox = outbox;
    this.validator = validator;
    this.json = json;
  }

  /** The form, for those who describe its fields to others. */
  public static Class<? extends Record> form() {
    return DraftReferral.class;
  }

  /**
   * What became of a form.
   *
   * @param before whether the referral was there already
   */
  public record Referred(UUID id, String externalReference, boolean before) {}

  /**
   * Refers a man by a form in JSON, under the same checks as one that is posted. A form that comes
   * again, by its external reference and its screening, is the referral that it was before.
   *
   * @throws IOException when it cannot be read as a form
   * @throws ConstraintViolationException when fields break their rules
   * @throws HttpProblem when it is refused
   */
  public Referred refer(byte[] content, Sender sender, Occasion occasion) throws IOException {
    DraftReferral form = json.readValue(content, DraftReferral.class);
    if (form == null) {
      throw RequestProblem.MALFORMED_BODY.because("A referral is a JSON object.");
    }
    Set<ConstraintViolation<DraftReferral>> violations = validator.validate(form);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    String reference = form.externalReference();
    return referrals
        .sentBefore(sender, reference)
        .filter(before -> before.restsOn(form.screeningId()))
        .map(before -> new Referred(before.id(), reference, true))
        .orElseGet(() -> new Referred(refer(form, sender, occasion).id(), reference, false));
  }

  /** Whether a refusal came from a statement that failed, so that the transaction is lost. */
  public static boolean refusedByTheDatabase(HttpProblem refusal) {
    return ReferralProblem.DUPLICATE_REFERENCE.type().equals(refusal.getType());
  }

  Referral refer(DraftReferral form, Sender sender, Occasion occasion) {
    Findings findings = form.findings(sender.borough(), occasion);
    organisations.check(findings, form.organisations(), form.referralDay(occasion));
    findings.refuse();
    requireScreening(form, occasion);
    Referral referral = Referral.receive(form, sender.client(), occasion);
    referrals.add(referral);
    outbox.publish(referral.received());
    outbox.publish(referral.participant(occasion.at()));
    return referral;
  }

  private void requireScreening(DraftReferral form, Occasion occasion) {
    Standing screening =
        screenings
            .of(form.screeningId(), form.referringBoroughCode())
            .orElseThrow(() ->
                ReferralProblem.SCREENING_NOT_FOUND.because(
                    "No screening of the referring borough has this id."));
    if (!screening.mayBeReferred()) {
      throw ReferralProblem.SCREENING_NOT_POSITIVE.because(
          "The screening must have the result POSITIVE_REFER.");
    }
    if (!screening.isCurrentOn(form.referralDay(occasion))) {
      throw ReferralProblem.SCREENING_NOT_CURRENT.because(
          "Screen again, or check the dates of the screening and of the referral.");
    }
  }
}
