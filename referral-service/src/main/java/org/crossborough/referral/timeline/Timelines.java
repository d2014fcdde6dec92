package org.crossborough.referral.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.clock.CaseHistories;
import org.crossborough.referral.clock.Clocks;
import org.crossborough.referral.clock.LimitClock;
import org.crossborough.referral.clock.LimitClock.State;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.timeline.TimelineEntry.Kind;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Gathers what the tables know of a referral; a transaction sees no more than its rows. */
@ApplicationScoped
class Timelines {

  /** All in one shape, so that a source more is a line more. */
  private static final String RECORDED =
      """
      select at, 'STATUS' as kind, to_status as code, effective_on as on_day, cast(null as int) as count,
        by, reason_code
      from referral_status_change where referral_id = :id
      union all
      select recorded_at, 'ASSESSMENT', result, assessed_on, null, recorded_by, null
      from assessment where referral_id = :id
      union all
      select received_at, 'RECEIPT', 'RECEIVED', null, person_count, null, null
      from known_receipt where referral_id = :id
      union all
      select opened_at, 'PROGRAMME_REVIEW', 'OPENED', null, null, null, null
      from programme_review where referral_id = :id
      union all
      select closed_at, 'PROGRAMME_REVIEW', 'CLOSED', null, null, null, null
      from programme_review where referral_id = :id and closed_at is not null
      union all
      select cast(review_on + 1 as timestamp) at time zone 'Europe/London', 'PROGRAMME_REVIEW',
        'CLOSED', null, null, null, null
      from programme_review
      where referral_id = :id and closed_at is null and review_on < :today
      union all
      select assigned_at, 'ASSIGNMENT', case when assignee is null then 'NOBODY' else 'ASSIGNED' end,
        null, null, assigned_by, null
      from assignment where referral_id = :id
      union all
      select start_told_at, 'ENROLMENT', 'STARTED', started_on, null, null, null
      from known_enrolment where referral_id = :id and started_on is not null
      union all
      select ending_told_at, 'ENROLMENT', ending, ended_on, null, null, null
      from known_enrolment where referral_id = :id and ending is not null
      union all
      select at, 'AMENDMENT', field, null, null, by, null
      from referral_amendment where referral_id = :id
      union all
      select proposed_at, 'EXCEPTION', 'PROPOSED', null, null, proposed_by, code
      from exception_to_receipt where referral_id = :id
      union all
      select decided_at, 'EXCEPTION', status, null, null, decided_by, code
      from exception_to_receipt where referral_id = :id and decided_at is not null
      union all
      select withdrawn_at, 'EXCEPTION', status, null, null, proposed_by, code
      from exception_to_receipt where referral_id = :id and withdrawn_at is not null
      union all
      select recorded_at, 'APPOINTMENT', 'OFFERED', offered_on, null, recorded_by, null
      from assessment_appointment where referral_id = :id
      union all
      select closed_at, 'APPOINTMENT', status, cast(starts_at at time zone 'Europe/London' as date),
        null, closed_by, reason_code
      from assessment_appointment where referral_id = :id and closed_at is not null
      union all
      select recorded_at, 'WAITING_REVIEW', 'REVIEWED', reviewed_on, null, recorded_by, null
      from waiting_review where referral_id = :id
      """;

  /** In an order that says of any two entries which is first, the same as {@link #ORDER}. */
  private static final String PAGE =
      """
      select * from (
      %s) as happened
      where at >= :from and kind in (:kinds)
      order by at, kind collate "C", code collate "C" limit :rows
      """
          .formatted(RECORDED);

  private static final Comparator<TimelineEntry> ORDER =
      Comparator.comparing(TimelineEntry::at)
          .thenComparing(entry -> entry.kind().name())
          .thenComparing(TimelineEntry::code);

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Session database;
  private final CaseHistories histories;
  private final Clocks clocks;
  private final Clock clock;

  Timelines(Session database, CaseHistories histories, Clocks clocks, Clock clock) {
    this.database = database;
    this.histories = histories;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * A stretch of a timeline, oldest first.
   *
   * @param next where the one after it begins; null when nothing has happened since
   */
  record Stretch(List<TimelineEntry> entries, @Nullable TimelineCursor next) {}

  /** What happened of some kinds from a place on, as much as fills a page of that size. */
  Stretch of(UUID referralId, Set<Kind> kinds, TimelineCursor from, int size) {
    int rows = from.seen() + Page.rows(size);
    List<TimelineEntry> entries = recorded(referralId, kinds, from, rows);
    if (kinds.contains(Kind.TIME_LIMIT)) {
      limits(referralId).filter(entry -> !entry.at().isBefore(from.at())).forEach(entries::add);
    }
    entries.sort(ORDER);
    int end = Math.min(from.seen() + size, entries.size());
    List<TimelineEntry> shown = entries.subList(Math.min(from.seen(), end), end);
    return new Stretch(shown, end < entries.size() ? behind(entries.subList(0, end)) : null);
  }

  private static TimelineCursor behind(List<TimelineEntry> seen) {
    Instant last = seen.getLast().at();
    return new TimelineCursor(
        last, (int) seen.stream().filter(entry -> entry.at().equals(last)).count());
  }

  private List<TimelineEntry> recorded(
      UUID referralId, Set<Kind> kinds, TimelineCursor from, int rows) {
    List<Tuple> found =
        database
            .createNativeQuery(PAGE, Tuple.class)
            .setParameter("id", referralId)
            .setParameter("from", from.at())
            .setParameter("today", Occasion.londonDay(clock.instant()))
            .setParameter("kinds", kinds.stream().map(Kind::name).toList())
            .setParameter("rows", rows)
            .getResultList();
    return found.stream().map(Timelines::entry).collect(Collectors.toCollection(ArrayList::new));
  }

  private Stream<TimelineEntry> limits(UUID referralId) {
    LocalDate today = Occasion.londonDay(clock.instant());
    return clocks.of(histories.of(referralId), today).stream()
        .flatMap(limit -> Stream.ofNullable(entry(limit)));
  }

  private static TimelineEntry entry(Tuple row) {
    return new TimelineEntry(
        row.get(0, Instant.class),
        Kind.valueOf(row.get(1, String.class)),
        row.get(2, String.class),
        row.get(3, LocalDate.class),
        row.get(4, Integer.class),
        row.get(5, String.class),
        row.get(6, String.class));
  }

  /** A limit that has time left, or no longer applies, is nothing that happened. */
  private static @Nullable TimelineEntry entry(LimitClock clock) {
    if (clock.state() == State.MET && clock.stoppedOn() != null) {
      return entry(clock, clock.stoppedOn());
    }
    boolean late = clock.state() == State.LATE || clock.state() == State.MET_LATE;
    return late ? entry(clock, clock.dueOn().plusDays(1)) : null;
  }

  private static TimelineEntry entry(LimitClock clock, LocalDate day) {
    String code = clock.limit().name() + (clock.state() == State.MET ? "_MET" : "_LATE");
    Instant at = day.atStartOfDay(LONDON).toInstant();
    return new TimelineEntry(at, Kind.TIME_LIMIT, code, clock.dueOn(), null, null, null);
  }
}
