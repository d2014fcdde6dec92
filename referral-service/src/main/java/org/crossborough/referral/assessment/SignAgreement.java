package org.crossborough.referral.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That the man signed the agreement on limited confidentiality.
 *
 * @param version which wording
 * @param explainedBy who went through it with him, if not whoever sends this
 */
@Schema(
    examples =
"""
{"version":"1","signedOn":"2026-01-12","explainedBy":"demo-assessor"}
""")
record SignAgreement(
    @NotBlank @Size(max = 32) String version,
    @NotNull LocalDate signedOn,
    @Nullable @Size(min = 1, max = 100) String explainedBy) {

  /**
   * The agreement, signed.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a day to come or contact details
   */
  ConfidentialityAgreement agreement(Occasion occasion, String path) {
    Findings faults = new Findings();
    faults.when(
        signedOn.isAfter(occasion.today()), path + "signedOn", "IN_FUTURE", "has not come yet");
    refuseContactDetails(faults, path + "version", version);
    refuseContactDetails(faults, path + "explainedBy", explainedBy);
    faults.refuse();
    return new ConfidentialityAgreement(
        version, signedOn, explainedBy == null ? occasion.by() : explainedBy);
  }

  private static void refuseContactDetails(Findings faults, String field, @Nullable String text) {
    faults.when(
        ContactDetails.in(text),
        field,
        "CONTAINS_CONTACT_DETAILS",
        "must not carry a telephone number, a postcode or an e-mail address");
  }
}
