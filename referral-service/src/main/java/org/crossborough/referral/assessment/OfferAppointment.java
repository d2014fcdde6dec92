package org.crossborough.referral.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When and where a man is asked to come.
 *
 * @param minutes how long it takes; 60 if not said
 * @param place a label such as the name of a building, never an address
 * @param assessor who will assess, if not whoever sends this
 */
@Schema(
    examples =
"""
{"startsAt":"2026-01-12T14:00:00Z","minutes":60,"place":"Demo treatment service, room 2",
 "format":"IN_PERSON","assessor":"demo-assessor","offeredOn":"2026-01-08"}
""")
record OfferAppointment(
    @NotNull Instant startsAt,
    @Nullable @Min(15) @Max(240) Integer minutes,
    @NotBlank @Size(max = 100) String place,
    Appointment.@Nullable Format format,
    @Nullable @Size(min = 1, max = 100) String assessor,
    @Nullable LocalDate offeredOn) {

  private static final int USUAL_MINUTES = 60;
  // What is further away than this was mistyped; it also keeps to what the database can hold.
  private static final int YEARS_AROUND_NOW = 2;

  /**
   * Requires sound texts and a time near the present.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 with all that is wrong
   */
  void requireSound(Occasion occasion) {
    Findings faults = new Findings();
    long days = Math.abs(ChronoUnit.DAYS.between(occasion.at(), startsAt));
    faults.when(
        days > YEARS_AROUND_NOW * 366L, "startsAt", "RANGE", "must lie within two years of today");
    refuseContactDetails(faults, "place", place);
    refuseContactDetails(faults, "assessor", assessor);
    faults.refuse();
  }

  private static void refuseContactDetails(Findings faults, String field, @Nullable String text) {
    faults.when(
        ContactDetails.in(text),
        field,
        "CONTAINS_CONTACT_DETAILS",
        "must not carry a telephone number, a postcode or an e-mail address");
  }

  /** To the microsecond, which is what the database keeps. */
  Instant begin() {
    return startsAt.truncatedTo(ChronoUnit.MICROS);
  }

  int duration() {
    return minutes == null ? USUAL_MINUTES : minutes;
  }

  Appointment.Format manner() {
    return format == null ? Appointment.Format.IN_PERSON : format;
  }

  LocalDate day(Occasion occasion) {
    return occasion.dayOf(offeredOn, "offeredOn");
  }
}
