package org.crossborough.referral.source;

import java.time.LocalDate;
import java.util.List;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.form.Answer;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.jspecify.annotations.Nullable;

/** What a referral must keep to beyond the types of its fields: the same when sent and amended. */
final class DraftReferralRules {

  private final DraftReferral form;
  private final Occasion occasion;
  private final Findings findings = new Findings();

  private DraftReferralRules(DraftReferral form, Occasion occasion) {
    this.form = form;
    this.occasion = occasion;
  }

  /** Everything that is wrong with a form. */
  static Findings of(DraftReferral form, Occasion occasion) {
    DraftReferralRules rules = new DraftReferralRules(form, occasion);
    rules.agreement();
    rules.theMan();
    rules.circumstances();
    rules.referrer();
    rules.texts();
    return rules.findings;
  }

  private void agreement() {
    findings.when(
        form.referralDay(occasion).isAfter(occasion.today()),
        "referralDate",
        "IN_FUTURE",
        "has not come yet");
    findings.when(
        !form.consentToReferral(), "consentToReferral", "NOT_AGREED", "he must have agreed");
    findings.when(
        !form.confidentialityExplained(),
        "confidentialityExplained",
        "CONFIDENTIALITY_NOT_EXPLAINED",
        "the limits of confidentiality are explained first");
  }

  private void theMan() {
    form.client().check(findings, form.referralDay(occasion));
    if (form.equality() != null) {
      form.equality().check(findings);
    }
  }

  private void circumstances() {
    LocalDate today = occasion.today();
    List<ProtectionOrder> orders = form.orders() == null ? List.of() : form.orders();
    for (int i = 0; i < orders.size(); i++) {
      orders.get(i).check(findings, "orders[" + i + "]", today);
    }
    Interpreting interpreter = form.interpreter();
    findings.when(
        interpreter != null && interpreter.needed() == Answer.YES && interpreter.language() == null,
        "interpreter.language",
        "REQUIRED",
        "an interpreter is needed for a language");
  }

  /**
   * A professional can be asked back. Somebody close to him who refers may be at risk from him: no
   * name, no way to reach them.
   */
  private void referrer() {
    ofProfessionalsOnly("referrerName", form.referrerName());
    ofProfessionalsOnly("referrerContact", form.referrerContact());
  }

  private void ofProfessionalsOnly(String field, @Nullable String value) {
    boolean close = form.referrerType().isPrivate();
    findings.when(
        close && value != null, field, "PRIVATE_REFERRER", "is taken of professionals only");
    findings.when(!close && value == null, field, "REQUIRED", "is required of professionals");
  }

  private void texts() {
    findings.contactDetails("referrerOrganisation", form.referrerOrganisation());
    findings.contactDetails("referrerName", form.referrerName());
    findings.contactDetails("treatmentProvider", form.treatmentProvider());
    findings.contactDetails("keyworker", form.keyworker());
    findings.contactDetails("riskNotes", form.riskNotes());
    findings.contactDetails("adjustments", form.adjustments());
    if (form.children() != null) {
      findings.contactDetails("children.socialWorkerOrg", form.children().socialWorkerOrg());
    }
    reference("externalReference", form.externalReference());
    reference("treatmentEpisodeRef", form.treatmentEpisodeRef());
  }

  private void reference(String field, String reference) {
    findings.when(
        ContactDetails.isReference(reference),
        field,
        "CONTAINS_CONTACT_DETAILS",
        "must not be a telephone number, a postcode or an e-mail address");
  }
}
