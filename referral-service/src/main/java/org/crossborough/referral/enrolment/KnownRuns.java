package org.crossborough.referral.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.jspecify.annotations.Nullable;

/** The runs a place can be given on, as far as this service was told of them. */
@ApplicationScoped
public class KnownRuns {

  private final EntityManager database;

  KnownRuns(EntityManager database) {
    this.database = database;
  }

  /** A place on a run, from a day or else from its first; empty when the run is not known. */
  public Optional<Allocation> place(UUID runId, @Nullable LocalDate startsOn) {
    List<?> starts =
        database
            .createNativeQuery("select starts_on from known_run where id = :id", LocalDate.class)
            .setParameter("id", runId)
            .getResultList();
    return starts.stream()
        .findFirst()
        .map(first -> new Allocation(runId, startsOn == null ? (LocalDate) first : startsOn));
  }

  void learn(RunScheduled event) {
    String sql =
        """
        insert into known_run (id, borough_code, starts_on) values (:id, :borough, :startsOn)
        on conflict (id)
        do update set borough_code = excluded.borough_code, starts_on = excluded.starts_on
        """;
    database
        .createNativeQuery(sql)
        .setParameter("id", event.runId())
        .setParameter("borough", event.boroughCode())
        .setParameter("startsOn", event.startsOn())
        .executeUpdate();
  }
}
