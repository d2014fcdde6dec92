package org.crossborough.referral.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.crossborough.referral.clock.CaseHistories;
import org.crossborough.referral.clock.Clocks;
import org.crossborough.referral.clock.LimitClock;
import org.crossborough.referral.clock.LimitClock.State;
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

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Session database;
  private final CaseHistories histories;
  private final Clocks clocks;

  Timelines(Session database, CaseHistories histories, Clocks clocks) {
    this.database = database;
    this.histories = histories;
    this.clocks = clocks;
  }

  /** Everything, oldest first. */
  List<TimelineEntry> of(UUID referralId, LocalDate today) {
    List<TimelineEntry> entries = new ArrayList<>();
    List<Tuple> rows =
        database
            .createNativeQuery(RECORDED, Tuple.class)
            .setParameter("id", referralId)
            .getResultList();
    rows.forEach(row -> entries.add(entry(row)));
    for (LimitClock clock : clocks.of(histories.of(referralId), today)) {
      TimelineEntry entry = entry(clock);
      if (entry != null) {
        entries.add(entry);
      }
    }
    entries.sort(Comparator.comparing(TimelineEntry::at));
    return entries;
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
