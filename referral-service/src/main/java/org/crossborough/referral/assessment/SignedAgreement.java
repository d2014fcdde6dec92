package org.crossborough.referral.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.decision.ConfidentialityAgreement;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralCase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One signature under the agreement on limited confidentiality; it never changes. */
@Entity
@Table(name = "confidentiality_agreement")
// Some columns are read in the database only: by its policies, constraints and reports.
@SuppressWarnings("UnusedVariable")
class SignedAgreement {

  @Id private UUID id;
  private UUID referralId;
  private String boroughCode;
  private String version;
  private LocalDate signedOn;
  private @Nullable String explainedBy;
  private Instant recordedAt;
  private String recordedBy;

  private SignedAgreement() {}

  static SignedAgreement of(
      ReferralCase referral, ConfidentialityAgreement agreement, Occasion occasion) {
    SignedAgreement signed = new SignedAgreement();
    signed.id = Ids.next();
    signed.referralId = referral.id();
    signed.boroughCode = referral.referringBoroughCode();
    signed.version = agreement.version();
    signed.signedOn = agreement.signedOn();
    signed.explainedBy = agreement.explainedBy();
    signed.recordedAt = occasion.at();
    signed.recordedBy = occasion.by();
    return signed;
  }

  UUID id() {
    return id;
  }

  AgreementView view() {
    return new AgreementView(id, version, signedOn, explainedBy, recordedAt, recordedBy);
  }

  /** A signature as it is shown. */
  record AgreementView(
      UUID id,
      String version,
      LocalDate signedOn,
      @Nullable String explainedBy,
      Instant recordedAt,
      String recordedBy) {

    static final String LISTED_EXAMPLE =
        """
        {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000051","version":"1",
         "signedOn":"2026-01-12","explainedBy":"demo-assessor",
         "recordedAt":"2026-01-12T15:00:00Z","recordedBy":"demo-assessor"}]}
        """;

    /** A page of signatures, for the description of the API. */
    @Schema(name = "AgreementPage")
    record Listed(List<AgreementView> items, @Nullable String next) {}
  }
}
