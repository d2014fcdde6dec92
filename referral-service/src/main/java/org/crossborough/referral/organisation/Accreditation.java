package org.crossborough.referral.organisation;

import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDate;
import org.crossborough.referral.form.JsonColumn;

/**
 * Evidence that an organisation works to a standard, first and last day included.
 *
 * @param scheme whose standard it is, such as {@code RESPECT}
 * @param number the scheme's own number for it
 * @param level such as {@code FULL} or {@code SAFE_MINIMUM_PRACTICE}
 */
record Accreditation(
    String scheme,
    String number,
    String level,
    LocalDate validFrom,
    LocalDate validTo,
    Instant recordedAt) {

  boolean holdsOn(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validTo);
  }

  @Converter
  static class AsJson extends JsonColumn<Accreditation> {
    AsJson() {
      super(Accreditation.class);
    }
  }
}
