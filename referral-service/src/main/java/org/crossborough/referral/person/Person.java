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
import org.crossborough.referral.borough.GssCode;
import org.jspecify.annotations.Nullable;

/** What a referral says of the man himself. */
@Embeddable
public record Person(
    @NotBlank @Size(max = 100) String givenName,
    @NotBlank @Size(max = 100) String familyName,
    @NotNull @Past LocalDate dateOfBirth,
    @NotNull @Enumerated(EnumType.STRING) Sex sex,
    @Nullable @Pattern(regexp = "\\+?[0-9 ()-]{7,24}") String phone,
    @Nullable @Pattern(regexp = "(?i)[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}", message = "is no postcode")
        String postcode,
    @NotNull @GssCode String residenceBoroughCode,
    @Nullable @NhsNumber String nhsNumber) {

  private static final int OF_AGE = 18;

  /** Whether he was an adult on a day. */
  public boolean isOfAge(LocalDate day) {
    return !dateOfBirth.plusYears(OF_AGE).isAfter(day);
  }
}
