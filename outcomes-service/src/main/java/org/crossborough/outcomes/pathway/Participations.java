package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * One row per referral, filled by facts that come in any order; each statement sets what its fact
 * knows and leaves the rest, so that a repeat changes nothing.
 */
@ApplicationScoped
public class Participations {

  private final Session session;

  Participations(Session session) {
    this.session = session;
  }

  /** Every place on a run of a borough, or of any with {@code *}. */
  public List<Participation> onRunsOf(String boroughCode) {
    return session
        .createNativeQuery(
            """
            select coalesce(person_id, referral_id) as person,
                   assessed_on is not null or attended_sessions > 0 as contacted,
                   countable_minutes, minimum_countable_minutes, first_countable_on,
                   coalesce(ended_on, ends_on) as ended
            from participation join known_run using (run_id)
            where :borough in ('*', borough_code)
            """,
            Object[].class)
        .addScalar("person", UUID.class)
        .addScalar("contacted", Boolean.class)
        .addScalar("countable_minutes", Integer.class)
        .addScalar("minimum_countable_minutes", Integer.class)
        .addScalar("first_countable_on", LocalDate.class)
        .addScalar("ended", LocalDate.class)
        .setParameter("borough", boroughCode)
        .stream()
        .map(Participations::participation)
        .toList();
  }

  void assessed(UUID referralId, UUID personId, LocalDate on) {
    session
        .createNativeMutationQuery(
            """
            insert into participation as known (referral_id, person_id, assessed_on)
            values (:referral, :person, :on)
            on conflict (referral_id) do update
            set person_id = excluded.person_id,
                assessed_on = least(known.assessed_on, excluded.assessed_on)
            """)
        .setParameter("referral", referralId)
        .setParameter("person", personId)
        .setParameter("on", on)
        .executeUpdate();
  }

  void placed(UUID referralId, UUID personId, UUID runId) {
    session
        .createNativeMutationQuery(
            """
            insert into participation (referral_id, person_id, run_id)
            values (:referral, :person, :run)
            on conflict (referral_id) do update
            set person_id = excluded.person_id, run_id = excluded.run_id
            """)
        .setParameter("referral", referralId)
        .setParameter("person", personId)
        .setParameter("run", runId)
        .executeUpdate();
  }

  void ended(UUID referralId, UUID runId, LocalDate on) {
    session
        .createNativeMutationQuery(
            """
            insert into participation (referral_id, run_id, ended_on)
            values (:referral, :run, :on)
            on conflict (referral_id) do update
            set run_id = excluded.run_id, ended_on = excluded.ended_on
            """)
        .setParameter("referral", referralId)
        .setParameter("run", runId)
        .setParameter("on", on)
        .executeUpdate();
  }

  /** Sums his attendances up again; a man's sessions are few. */
  void attended(UUID referralId, UUID runId) {
    session
        .createNativeMutationQuery(
            """
            insert into participation (referral_id, run_id, attended_sessions,
                                       countable_minutes, first_countable_on)
            select :referral, :run, count(*) filter (where attended_minutes > 0),
                   coalesce(sum(countable_minutes), 0),
                   min(held_on) filter (where countable_minutes > 0)
            from attendance
            where referral_id = :referral and code in ('ATTENDED', 'PARTIAL', 'MAKE_UP')
            on conflict (referral_id) do update
            set run_id = excluded.run_id, attended_sessions = excluded.attended_sessions,
                countable_minutes = excluded.countable_minutes,
                first_countable_on = excluded.first_countable_on
            """)
        .setParameter("referral", referralId)
        .setParameter("run", runId)
        .executeUpdate();
  }

  private static Participation participation(Object[] row) {
    return new Participation(
        (UUID) row[0],
        (Boolean) row[1],
        (Integer) row[2],
        (Integer) row[3],
        (LocalDate) row[4],
        (LocalDate) row[5]);
  }
}
