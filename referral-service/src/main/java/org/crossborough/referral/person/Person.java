package org.crossborough.referral.person;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.borough.GssCode;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Telecom;
import org.jspecify.annotations.Nullable;

/**
 * What a referral says of the man himself. His own contact details have their fields here and
 * belong in no other.
 *
 * @param address where he lives, without a telephone number or an e-mail address
 */
@Embeddable
public record Person(
    @NotBlank @Size(max = 100) String givenName,
    @NotBlank @Size(max = 100) String familyName,
    @NotNull @Past LocalDate dateOfBirth,
    @NotNull @Enumerated(EnumType.STRING) Sex sex,
    @Nullable @Pattern(regexp = Telecom.PHONE, message = "is no telephone number") String phone,
    @Nullable @Pattern(
            regexp = "[A-Za-z]{1,2}[0-9][A-Za-z0-9]? ?[0-9][A-Za-z]{2}",
            message = "is no postcode")
        String postcode,
    @NotNull @GssCode String residenceBoroughCode,
    @Nullable @NhsNumber String nhsNumber,
    @Nullable @Size(max = 254) @Pattern(regexp = Telecom.EMAIL, message = "is no e-mail address") String email,
    @Nullable @Size(min = 1, max = 300) String address) {

  private static final int OF_AGE = 18;

  /** Whether he was an adult on a day. */
  public boolean isOfAge(LocalDate day) {
    return !dateOfBirth.plusYears(OF_AGE).isAfter(day);
  }

  /** What is wrong with it on the day of the referral, beyond what its types say. */
  public void check(Findings findings, LocalDate referralDay) {
    findings.when(
        !isOfAge(referralDay), "client.dateOfBirth", "UNDER_18", "the man must be an adult");
    findings.contactDetails("client.givenName", givenName);
    findings.contactDetails("client.familyName", familyName);
    findings.when(
        ContactDetails.inAddress(address),
        "client.address",
        "CONTAINS_CONTACT_DETAILS",
        "must not carry a telephone number or an e-mail address; they have their own fields");
  }
}
