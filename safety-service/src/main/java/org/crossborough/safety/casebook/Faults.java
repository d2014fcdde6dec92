package org.crossborough.safety.casebook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.chassis.problem.RequestProblem;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.chassis.text.ContactDetails;
import org.crossborough.safety.vault.Secret;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request, all of it at once; what was written is never repeated. */
public final class Faults {

  /** The clocks by which days are meant. */
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

  private final List<Violation> found = new ArrayList<>();

  /** Notes a fault of a field where there is one. */
  public Faults when(boolean wrong, String field, String code, String message) {
    if (wrong) {
      found.add(new Violation(field, code, message));
    }
    return this;
  }

  /** A text that may be left out, and otherwise has 1 to {@code longest} characters. */
  public Faults text(String field, @Nullable Secret text, int longest) {
    if (text == null) {
      return this;
    }
    boolean wrongSize =
        text.isBlank() || text.length() > longest || text.reveal().indexOf('\0') >= 0;
    return when(wrongSize, field, "SIZE", "must have 1 to %d characters".formatted(longest))
        .when(
            !wrongSize && ContactDetails.in(text.reveal()),
            field,
            "CONTAINS_CONTACT_DETAILS",
            "must not hold a telephone number, a postcode or an e-mail address");
  }

  /** A text that must be there. */
  public Faults needed(String field, @Nullable Secret text, int longest) {
    return when(text == null, field, "REQUIRED", "must be given").text(field, text, longest);
  }

  /** A day that must have come, in London. */
  public Faults past(String field, @Nullable LocalDate day, Instant now) {
    LocalDate today = now.plus(CLOCKS_APART).atZone(LONDON).toLocalDate();
    return when(day != null && day.isAfter(today), field, "IN_FUTURE", "must not be in the future")
        .when(
            day != null && day.getYear() < 1900, field, "TOO_LONG_AGO", "must not be before 1900");
  }

  /** A day that must not be before another, and not more than ten years from it. */
  public Faults notBefore(String field, @Nullable LocalDate day, LocalDate earliest) {
    return when(
            day != null && day.isBefore(earliest), field, "ORDER", "must not be before " + earliest)
        .when(
            day != null && day.isAfter(earliest.plusYears(10)),
            field,
            "TOO_FAR",
            "must be within ten years");
  }

  /**
   * Goes on only if nothing is wrong.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the fields
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw RequestProblem.INVALID.of(List.copyOf(found));
    }
  }
}
