package org.crossborough.referral.borough;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.crossborough.referral.form.Occasion;
import org.jspecify.annotations.Nullable;

/** A London authority in the register: its code, its names, and when it takes part. */
@Entity
@Table(name = "borough")
@SuppressWarnings("UnusedVariable") // When the entry last changed is read in the database only.
class Borough {

  @Id private String code;
  @Version private long version;

  @Column(updatable = false)
  private String name;

  @Column(updatable = false)
  private String[] aliases;

  /** Changes with the periods, so that the version does. */
  private @Nullable Instant changedAt;

  @OneToMany(mappedBy = "borough", cascade = CascadeType.PERSIST)
  @OrderBy("participatesFrom")
  private List<ParticipationPeriod> periods = new ArrayList<>();

  private Borough() {}

  /** Enters a period of participation; refused when it overlaps one that is there. */
  void takePart(LocalDate from, @Nullable LocalDate until, Occasion occasion) {
    if (periods.stream().anyMatch(period -> period.overlaps(from, until))) {
      throw BoroughProblem.PARTICIPATION_OVERLAPS.because(
          "The borough takes part on some of these days already.");
    }
    periods.add(ParticipationPeriod.of(this, from, until, occasion));
    changedAt = occasion.at();
  }

  /** Ends an open period with its last day. */
  void endPeriod(UUID periodId, LocalDate until, Occasion occasion) {
    periods.stream()
        .filter(period -> period.id().equals(periodId))
        .findFirst()
        .orElseThrow(
            () -> BoroughProblem.PARTICIPATION_NOT_FOUND.because("The borough has no such period."))
        .end(until, occasion);
    changedAt = occasion.at();
  }

  /** Whether a name is one of this borough's, however it is written. */
  boolean isCalled(String label) {
    String wanted = plain(label);
    return !wanted.isEmpty()
        && Stream.concat(Stream.of(code, name), Arrays.stream(aliases))
            .anyMatch(own -> plain(own).equals(wanted));
  }

  private static String plain(String label) {
    return Normalizer.normalize(label, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replace("&", " and ")
        .replaceAll("[^a-z0-9]+", " ")
        .strip()
        .replaceFirst("^the ", "")
        .replaceFirst("^(london borough|royal borough|lb|rb) (of )?", "")
        .replaceFirst(" (council|london borough council)$", "")
        .replace(" ", "");
  }

  long version() {
    return version;
  }

  String code() {
    return code;
  }

  BoroughView view(LocalDate today) {
    return new BoroughView(
        code,
        name,
        List.of(aliases),
        periods.stream().map(ParticipationPeriod::view).toList(),
        periods.stream().anyMatch(period -> period.overlaps(today, today)),
        version);
  }

  /** A borough as it is shown. */
  record BoroughView(
      String code,
      String name,
      List<String> aliases,
      List<ParticipationPeriod.PeriodView> participations,
      boolean participatesToday,
      long version) {

    static final String EXAMPLE =
        """
        {"code":"E09000020","name":"Kensington and Chelsea","aliases":["RBKC","K&C"],
         "participations":[{"id":"0197f3a0-1c00-7000-8000-000000000031","from":"2020-01-01"}],
         "participatesToday":true,"version":0}
        """;
    static final String LISTED_EXAMPLE = "{\"items\":[" + EXAMPLE + "]}";
  }
}
