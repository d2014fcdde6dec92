package org.crossborough.referral.source;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.form.Telecom;
import org.crossborough.referral.person.Equality;
import org.crossborough.referral.person.Person;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a borough's system or a keyworker sends it (docs/referral-form.md). What is sent is
 * either kept or refused; nothing is corrected on the way.
 *
 * @param commissioningBoroughCode who pays; the referring borough unless given
 * @param referralDate the day of the decision to refer; today unless given
 * @param referrerName who refers: required of professionals, refused of private persons
 * @param referrerContact a professional's telephone number or e-mail address; as the name
 * @param keyworker who treats him; null in a form that was kept before it was required
 */
@Schema(examples = DraftReferral.EXAMPLE)
public record DraftReferral(
    @NotBlank @Size(max = 64) String externalReference,
    @NotNull @GssCode String referringBoroughCode,
    @Nullable @GssCode String commissioningBoroughCode,
    @Nullable LocalDate referralDate,
    @NotNull ReferrerType referrerType,
    @NotBlank @Size(max = 200) String referrerOrganisation,
    @NotNull UUID screeningId,
    @NotNull @Valid Person client,
    @NotBlank @Size(max = 200) String treatmentProvider,
    @NotBlank @Size(max = 64) String treatmentEpisodeRef,
    @NotNull MainSubstance mainSubstance,
    @NotNull Boolean consentToReferral,
    @NotNull Boolean confidentialityExplained,
    @Nullable @Size(min = 1, max = 2000) String riskNotes,
    @Nullable UUID referrerOrganisationId,
    @Nullable @Size(min = 1, max = 100) String referrerName,
    @Nullable @Size(max = 254) @Pattern(
            regexp = "(?:" + Telecom.PHONE + ")|(?:" + Telecom.EMAIL + ")",
            message = "is neither a telephone number nor an e-mail address")
        String referrerContact,
    @Nullable UUID treatmentProviderId,
    @Nullable @NotBlank @Size(max = 100) String keyworker,
    @Nullable Mandate mandate,
    @Nullable @Size(max = 20) List<@NotNull @Valid ProtectionOrder> orders,
    @Nullable @Valid Children children,
    @Nullable RiskToStaff riskToStaff,
    @Nullable @Valid Interpreting interpreter,
    @Nullable @Size(min = 1, max = 1000) String adjustments,
    @Nullable @Valid Equality equality) {

  static final String EXAMPLE =
      """
      {"externalReference":"ISL-0001","referringBoroughCode":"E09000019",
       "referralDate":"2026-01-06","referrerType":"DRUG_SERVICE",
       "referrerOrganisation":"Demo treatment service","referrerName":"Demo Keyworker",
       "referrerContact":"keyworker@example.invalid",
       "screeningId":"0197f3a0-1c00-7000-8000-000000000004",
       "client":{"givenName":"Demo","familyName":"Example","dateOfBirth":"1985-03-02","sex":"M",
         "phone":"020 7946 0000","postcode":"N1 1AA","residenceBoroughCode":"E09000019"},
       "treatmentProvider":"Demo treatment service","treatmentEpisodeRef":"EP-1",
       "keyworker":"Demo Keyworker","mainSubstance":"ALCOHOL","consentToReferral":true,
       "confidentialityExplained":true,"mandate":"NONE",
       "orders":[{"type":"NON_MOLESTATION","madeOn":"2025-11-03","expiresOn":"2026-11-02"}],
       "children":{"inContact":"YES","cpPlan":"NO","cinPlan":"NOT_ASKED"},
       "riskToStaff":"LOW","interpreter":{"needed":"YES","language":"bn"},
       "adjustments":"Large print",
       "equality":{"ethnicity":"ASIAN_BANGLADESHI","religion":"NOT_STATED",
         "disabilities":["SIGHT"],"genderSameAsRegistered":"YES"}}
      """;

  /** The day of the referral: as given, or the day it came. */
  public LocalDate referralDay(Occasion occasion) {
    return referralDate == null ? occasion.today() : referralDate;
  }

  /** Everything that is wrong with it when it comes from the system of a borough. */
  public Findings findings(@Nullable String borough, Occasion occasion) {
    Findings findings = findings(occasion);
    findings.when(
        !referringBoroughCode.equals(borough),
        "referringBoroughCode",
        "OTHER_BOROUGH",
        "is not the borough of the token");
    return findings;
  }

  /** Everything that is wrong with it, whoever it comes from. */
  public Findings findings(Occasion occasion) {
    return DraftReferralRules.of(this, occasion);
  }

  /** The organisations of the register that it names, by the field that names them. */
  public Map<String, UUID> organisations() {
    Map<String, UUID> named = new TreeMap<>();
    if (referrerOrganisationId != null) {
      named.put("referrerOrganisationId", referrerOrganisationId);
    }
    if (treatmentProviderId != null) {
      named.put("treatmentProviderId", treatmentProviderId);
    }
    return named;
  }

  /** What is kept of it besides the man's own details. */
  public Submission submission(String submittingClient, Occasion occasion) {
    return new Submission(
        externalReference,
        submittingClient,
        referralDay(occasion),
        screeningId,
        commissioningBoroughCode == null ? referringBoroughCode : commissioningBoroughCode,
        new Referrer(
            referrerType,
            referrerOrganisation,
            referrerOrganisationId,
            referrerName,
            referrerContact),
        new Treatment(
            treatmentProvider, treatmentProviderId, treatmentEpisodeRef, keyworker, mainSubstance),
        new Circumstances(
            mandate, orders, children, riskToStaff, riskNotes, interpreter, adjustments));
  }

  /**
   * The form that would have made a referral what it now is: what a reader sees of it, and what an
   * amendment starts from.
   */
  public static DraftReferral of(
      String referringBoroughCode, Submission kept, Person client, @Nullable Equality equality) {
    Referrer referrer = kept.referrer();
    Treatment treatment = kept.treatment();
    Circumstances known =
        kept.circumstances() == null ? Circumstances.UNKNOWN : kept.circumstances();
    return new DraftReferral(
        kept.externalReference(),
        referringBoroughCode,
        kept.commissioningBoroughCode(),
        kept.referralDate(),
        referrer.type(),
        referrer.organisation(),
        kept.screeningId(),
        client,
        treatment.provider(),
        treatment.episodeRef(),
        treatment.mainSubstance(),
        true,
        true,
        known.riskNotes(),
        referrer.organisationId(),
        referrer.name(),
        referrer.contact(),
        treatment.providerId(),
        treatment.keyworker(),
        known.mandate(),
        known.orders(),
        known.children(),
        known.riskToStaff(),
        known.interpreter(),
        known.adjustments(),
        equality);
  }
}
