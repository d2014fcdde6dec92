package org.crossborough.referral.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.RunCancelled;
import org.crossborough.contracts.ProgrammeEvent.RunRescheduled;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.hibernate.Session;

/** The runs a place can be given on, as far as this service was told of them. */
@ApplicationScoped
public class KnownRuns {

  private final EntityManager database;

  KnownRuns(EntityManager database) {
    this.database = database;
  }

  /** The run of an id, cancelled or not; empty when it is not known. */
  public Optional<KnownRun> of(UUID runId) {
    return database
        .unwrap(Session.class)
        .createNativeQuery(
            "select id, starts_on, cancelled from known_run where id = :id", KnownRun.class)
        .setParameter("id", runId)
        .getResultStream()
        .findFirst();
  }

  // What was told later stands: after a loss on the broker an older fact may come behind it.

  void learn(RunScheduled event) {
    String sql =
        """
        insert into known_run as known (id, borough_code, starts_on, told_at)
        values (:id, :borough, :startsOn, :at)
        on conflict (id)
        do update set borough_code = excluded.borough_code, starts_on = excluded.starts_on,
          told_at = excluded.told_at
        where known.told_at <= excluded.told_at
        """;
    database
        .createNativeQuery(sql)
        .setParameter("id", event.runId())
        .setParameter("borough", event.boroughCode())
        .setParameter("startsOn", event.startsOn())
        .setParameter("at", event.occurredAt())
        .executeUpdate();
  }

  void learn(RunRescheduled event) {
    String sql =
        """
        update known_run set starts_on = :startsOn, told_at = :at
        where id = :id and told_at <= :at
        """;
    database
        .createNativeQuery(sql)
        .setParameter("id", event.runId())
        .setParameter("startsOn", event.startsOn())
        .setParameter("at", event.occurredAt())
        .executeUpdate();
  }

  /** For good: a run that was cancelled does not come back. */
  void learn(RunCancelled event) {
    database
        .createNativeQuery("update known_run set cancelled = true where id = :id")
        .setParameter("id", event.runId())
        .executeUpdate();
  }
}
