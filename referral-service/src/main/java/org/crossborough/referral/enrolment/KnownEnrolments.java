package org.crossborough.referral.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentCompleted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentExited;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentNotStarted;
import org.crossborough.contracts.ProgrammeEvent.EnrolmentStarted;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.upkeep.UpkeepNotes;

/** When men placed from here started and ended, for time limits and retention. */
@ApplicationScoped
class KnownEnrolments {

  private final EntityManager database;
  private final UpkeepNotes upkeep;

  KnownEnrolments(EntityManager database, UpkeepNotes upkeep) {
    this.database = database;
    this.upkeep = upkeep;
  }

  void learn(EnrolmentStarted event) {
    String sql =
        """
        insert into known_enrolment (enrolment_id, referral_id, borough_code, started_on,
          start_told_at)
        select :enrolment, id, referring_borough_code, :day, :at from referral where id = :referral
        on conflict (enrolment_id)
        do update set started_on = excluded.started_on, start_told_at = excluded.start_told_at
        """;
    store(event.enrolmentId(), event.referralId(), event.occurredAt(), event.startedOn(), sql);
  }

  void learn(EnrolmentNotStarted event) {
    end(event.enrolmentId(), event.referralId(), event.occurredAt(), Ending.notStarted(event));
  }

  void learn(EnrolmentExited event) {
    Ending ending = new Ending("EXITED", event.exitedOn());
    end(event.enrolmentId(), event.referralId(), event.occurredAt(), ending);
  }

  void learn(EnrolmentCompleted event) {
    Ending ending = new Ending("COMPLETED", event.completedOn());
    end(event.enrolmentId(), event.referralId(), event.occurredAt(), ending);
  }

  private record Ending(String code, LocalDate day) {

    /** It has no day of its own: it is known to be so when it is told. */
    static Ending notStarted(EnrolmentNotStarted event) {
      return new Ending("NOT_STARTED", Occasion.londonDay(event.occurredAt()));
    }
  }

  private void end(UUID enrolmentId, UUID referralId, Instant at, Ending ending) {
    String sql =
        """
        insert into known_enrolment (enrolment_id, referral_id, borough_code, ending, ended_on,
          ending_told_at)
        select :enrolment, id, referring_borough_code, '%s', :day, :at
        from referral where id = :referral
        on conflict (enrolment_id) do update set ending = excluded.ending,
          ended_on = excluded.ended_on, ending_told_at = excluded.ending_told_at
        """
            .formatted(ending.code);
    store(enrolmentId, referralId, at, ending.day, sql);
  }

  private void store(UUID enrolmentId, UUID referralId, Instant at, LocalDate day, String sql) {
    Query statement = database.createNativeQuery(sql);
    statement.setParameter("enrolment", enrolmentId);
    statement.setParameter("referral", referralId);
    statement.setParameter("day", day);
    statement.setParameter("at", at);
    if (statement.executeUpdate() > 0) {
      upkeep.add(referralId);
    }
  }
}
