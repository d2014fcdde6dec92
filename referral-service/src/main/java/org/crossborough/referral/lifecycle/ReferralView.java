package org.crossborough.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.boroughstatus.BoroughStatus;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.enrolment.Allocation;
import org.crossborough.referral.form.MissingContent;
import org.crossborough.referral.person.Person;
import org.crossborough.referral.source.SubmittedDetails;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it is shown.
 *
 * @param handoff absent until the receipt for at-risk details has come
 * @param allocation absent until a place was given
 * @param reviewOn when a deferral or a wait is looked at next; absent otherwise
 * @param client the man himself; absent in lists
 * @param details the rest of the form; absent in lists
 * @param missing what the referral was returned for and has not been amended yet
 */
record ReferralView(
    UUID id,
    String reference,
    String externalReference,
    ReferralStatus status,
    String referringBoroughCode,
    String residenceBoroughCode,
    String commissioningBoroughCode,
    LocalDate referralDate,
    Instant receivedAt,
    UUID screeningId,
    @JsonProperty("atRiskHandoff") @Nullable HandoffReceipt handoff,
    @Nullable Allocation allocation,
    @Nullable LocalDate reviewOn,
    @Nullable Person client,
    @JsonUnwrapped @Nullable SubmittedDetails details,
    @Nullable List<MissingContent> missing,
    long version) {

  static final String EXAMPLE =
      """
      {"id":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "externalReference":"ISL-0001","status":"RECEIVED","boroughStatus":"RECEIVED",
       "referringBoroughCode":"E09000019",
       "residenceBoroughCode":"E09000019","commissioningBoroughCode":"E09000019",
       "referralDate":"2026-01-06","receivedAt":"2026-01-06T09:00:00Z",
       "screeningId":"0197f3a0-1c00-7000-8000-000000000004",
       "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02","sex":"M",
         "residenceBoroughCode":"E09000019"},
       "referrerType":"DRUG_SERVICE","referrerOrganisation":"Demo treatment service",
       "treatmentProvider":"Demo treatment service","treatmentEpisodeRef":"EP-1",
       "mainSubstance":"ALCOHOL","ageBand":"AGE_35_44","version":0}
      """;
  static final String LISTED_EXAMPLE =
      """
      {"items":[{"id":"0197f3a0-1c00-7000-8000-000000000001","reference":"7K2M9-QX4TC",
       "externalReference":"ISL-0001","status":"RECEIVED","boroughStatus":"RECEIVED",
       "referringBoroughCode":"E09000019",
       "residenceBoroughCode":"E09000019","commissioningBoroughCode":"E09000019",
       "referralDate":"2026-01-06","receivedAt":"2026-01-06T09:00:00Z",
       "screeningId":"0197f3a0-1c00-7000-8000-000000000004","version":0}]}
      """;

  /** A page of referrals, for the description of the API. */
  @Schema(name = "ReferralPage")
  record Listed(List<ReferralView> items, @Nullable String next) {}

  /** The borough's word for the status: the one its system should go by. */
  @JsonProperty
  BoroughStatus boroughStatus() {
    return status.forBorough();
  }

  ReferralView with(
      Person man, SubmittedDetails submitted, @Nullable List<MissingContent> stillMissing) {
    return new ReferralView(
        id,
        reference,
        externalReference,
        status,
        referringBoroughCode,
        residenceBoroughCode,
        commissioningBoroughCode,
        referralDate,
        receivedAt,
        screeningId,
        handoff,
        allocation,
        reviewOn,
        man,
        submitted,
        stillMissing,
        version);
  }
}
