package org.crossborough.safety.children;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.crossborough.safety.casebook.Faults;
import org.crossborough.safety.person.Stated;
import org.crossborough.safety.vault.Secret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A child of the case.
 *
 * @param dateOfBirth ISO 8601; where it is given it decides whether the child is under 18
 * @param underEighteen where no date of birth is known
 * @param hisChild whether the man is a parent
 * @param seesHim whether the child lives with him or is with him at times
 */
@Schema(
    name = "NewChild",
    examples =
        """
        {"name":"Example Child","dateOfBirth":"2019-05-17","hisChild":"YES","seesHim":"UNKNOWN"}\
        """)
record NewChild(
    @Nullable Secret name,
    @Nullable Secret dateOfBirth,
    @Nullable Boolean underEighteen,
    @Nullable Stated hisChild,
    @Nullable Stated seesHim,
    @Nullable Secret note) {

  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_NOTE = 2000;
  private static final int OF_AGE = 18;

  /** What is sealed of the child. */
  record Content(
      @NotNull Secret name,
      @Nullable Secret dateOfBirth,
      Stated hisChild,
      Stated seesHim,
      @Nullable Secret note) {}

  void refuseUnlessSound(Instant now) {
    Faults faults =
        new Faults()
            .needed("name", name, LONGEST_NAME)
            .text("note", note, LONGEST_NOTE)
            .when(
                dateOfBirth == null && underEighteen == null,
                "underEighteen",
                "REQUIRED",
                "must be given where no date of birth is");
    if (dateOfBirth != null) {
      LocalDate born = born();
      faults
          .when(born == null, "dateOfBirth", "DATE", "must be a date such as 2019-12-31")
          .past("dateOfBirth", born, now)
          .when(
              born != null && underEighteen != null && underEighteen != isMinor(born, now),
              "underEighteen",
              "CONTRADICTORY",
              "is not what the date of birth says")
          .refuse();
    }
    faults.refuse();
  }

  /** Whether the child is under 18 in London at a moment; only of what was found sound. */
  boolean isMinor(Instant now) {
    LocalDate born = born();
    return born == null ? Boolean.TRUE.equals(underEighteen) : isMinor(born, now);
  }

  Content content() {
    return new Content(
        name == null ? Secret.of("") : name,
        dateOfBirth,
        hisChild == null ? Stated.UNKNOWN : hisChild,
        seesHim == null ? Stated.UNKNOWN : seesHim,
        note);
  }

  private static boolean isMinor(LocalDate born, Instant now) {
    return born.plusYears(OF_AGE).isAfter(now.atZone(Faults.LONDON).toLocalDate());
  }

  private @Nullable LocalDate born() {
    try {
      return dateOfBirth == null ? null : LocalDate.parse(dateOfBirth.reveal());
    } catch (DateTimeParseException noDate) {
      return null;
    }
  }
}
