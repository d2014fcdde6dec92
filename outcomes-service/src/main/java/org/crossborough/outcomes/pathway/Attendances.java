package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.crossborough.contracts.ProgrammeEvent.AttendanceRecorded;
import org.hibernate.Session;

/**
 * What happened at each session for each man, in its highest revision whatever came first; of two
 * that claim the same revision, the later told.
 */
@ApplicationScoped
class Attendances {

  private final Session session;

  Attendances(Session session) {
    this.session = session;
  }

  /** Takes a revision in; false when a higher one, or the same, is there already. */
  boolean take(AttendanceRecorded attendance) {
    return session
            .createNativeMutationQuery(
                """
                insert into attendance (enrolment_id, session_id, referral_id, revision, held_on,
                                        code, attended_minutes, countable_minutes, told_at)
                values (:enrolment, :session, :referral, :revision, :held, :code,
                        :attended, :countable, :told)
                on conflict (enrolment_id, session_id) do update
                set revision = excluded.revision, held_on = excluded.held_on,
                    code = excluded.code, attended_minutes = excluded.attended_minutes,
                    countable_minutes = excluded.countable_minutes, told_at = excluded.told_at
                where (attendance.revision, attendance.told_at, attendance.code,
                       attendance.attended_minutes, attendance.countable_minutes,
                       attendance.held_on)
                    < (excluded.revision, excluded.told_at, excluded.code,
                       excluded.attended_minutes, excluded.countable_minutes, excluded.held_on)
                """)
            .setParameter("enrolment", attendance.enrolmentId())
            .setParameter("session", attendance.sessionId())
            .setParameter("referral", attendance.referralId())
            .setParameter("revision", attendance.revision())
            .setParameter("held", attendance.heldOn())
            .setParameter("code", attendance.code())
            .setParameter("attended", attendance.attendedMinutes())
            .setParameter("countable", attendance.countableMinutes())
            .setParameter("told", attendance.occurredAt().truncatedTo(ChronoUnit.MICROS))
            .executeUpdate()
        == 1;
  }
}
