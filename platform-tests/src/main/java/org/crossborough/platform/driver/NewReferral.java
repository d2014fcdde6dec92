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
    @Nullable String riskNotes) {

  /** The man, as the borough knows him. */
  public record Client(
      String givenName,
      String familyName,
      LocalDate dateOfBirth,
      String sex,
      String phone,
      String residenceBoroughCode) {}
}
