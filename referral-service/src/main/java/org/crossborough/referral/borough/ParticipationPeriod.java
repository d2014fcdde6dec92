package org.crossborough.referral.borough;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.chassis.time.Ids;
import org.crossborough.referral.form.Findings;
import org.crossborough.referral.form.Occasion;
import org.jspecify.annotations.Nullable;

/** The days, first and last included, on which a borough takes part; kept for ever. */
@Entity
@Table(name = "borough_participation")
@SuppressWarnings("UnusedVariable") // Who entered and ended it is read in the database only.
class ParticipationPeriod {

  @Id
  @Column(updatable = false)
  private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "borough_code", updatable = false)
  private Borough borough;

  @Column(updatable = false)
  private LocalDate participatesFrom;

  private @Nullable LocalDate participatesUntil;

  @Column(updatable = false)
  private @Nullable Instant recordedAt;

  @Column(updatable = false)
  private @Nullable String recordedBy;

  private @Nullable Instant endedAt;
  private @Nullable String endedBy;

  private ParticipationPeriod() {}

  static ParticipationPeriod of(
      Borough borough, LocalDate from, @Nullable LocalDate until, Occasion occasion) {
    requireInOrder(from, until);
    ParticipationPeriod period = new ParticipationPeriod();
    period.id = Ids.next();
    period.borough = borough;
    period.participatesFrom = from;
    period.participatesUntil = until;
    period.recordedAt = occasion.at();
    period.recordedBy = occasion.by();
    return period;
  }

  boolean overlaps(LocalDate from, @Nullable LocalDate until) {
    boolean beginsBeforeItEnds = until == null || !participatesFrom.isAfter(until);
    boolean endsAfterItBegins = participatesUntil == null || !participatesUntil.isBefore(from);
    return beginsBeforeItEnds && endsAfterItBegins;
  }

  void end(LocalDate until, Occasion occasion) {
    if (participatesUntil != null) {
      throw BoroughProblem.PARTICIPATION_ENDED.because("The period has its last day already.");
    }
    requireInOrder(participatesFrom, until);
    participatesUntil = until;
    endedAt = occasion.at();
    endedBy = occasion.by();
  }

  private static void requireInOrder(LocalDate from, @Nullable LocalDate until) {
    Findings findings = new Findings();
    findings.when(
        until != null && until.isBefore(from),
        "until",
        "BEFORE_START",
        "must not lie before the first day");
    findings.refuse();
  }

  UUID id() {
    return id;
  }

  PeriodView view() {
    return new PeriodView(id, participatesFrom, participatesUntil);
  }

  /**
   * A period as it is shown.
   *
   * @param until the last day; absent while the borough takes part
   */
  record PeriodView(UUID id, LocalDate from, @Nullable LocalDate until) {}
}
