package org.crossborough.platform.driver;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A borough's request to place one man on a programme. */
public record NewReferral(
    String externalReference,
    String referringBoroughCode,
    LocalDate referralDate,
    String referrerType,
    String referrerOrganisation,
    String screeningId,
    Client client,
    String treatmentProvider,
    String treatmentEpisodeRef,
    String mainSubstance,
    boolean consentToReferral,
    boolean confidentialityExplained,
    @Nullable String riskNotes,
    String referrerName,
    String referrerContact,
    String keyworker) {

  /** Referred and treated by one keyworker, who is generated, not real. */
  public NewReferral(
      String externalReference,
      String referringBoroughCode,
      LocalDate referralDate,
      String referrerType,
      String referrerOrganisation,
      String screeningId,
      Client client,
      String treatmentProvider,
      String treatmentEpisodeRef,
      String mainSubstance,
      boolean consentToReferral,
      boolean confidentialityExplained,
      @Nullable String riskNotes) {
    this(
        externalReference,
        referringBoroughCode,
        referralDate,
        referrerType,
        referrerOrganisation,
        screeningId,
        client,
        treatmentProvider,
        treatmentEpisodeRef,
        mainSubstance,
        consentToReferral,
        confidentialityExplained,
        riskNotes,
        "Demo Keyworker",
        "keyworker@example.invalid",
        "Demo Keyworker");
  }

  /** The man, as the borough knows him. */
  public record Client(
      String givenName,
      String familyName,
      LocalDate dateOfBirth,
      String sex,
      String phone,
      String residenceBoroughCode) {}
}
