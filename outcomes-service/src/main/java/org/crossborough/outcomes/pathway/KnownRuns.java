package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import org.crossborough.contracts.ProgrammeEvent.RunScheduled;
import org.hibernate.Session;

/** The runs that have been told of, each with its borough and its template's minimum. */
@ApplicationScoped
class KnownRuns {

  private final Session session;

  KnownRuns(Session session) {
    this.session = session;
  }

  void remember(RunScheduled run) {
    session
        .createNativeMutationQuery(
            """
            insert into known_run (run_id, borough_code, template_code, template_version,
                                   starts_on, ends_on, minimum_countable_minutes)
            values (:run, :borough, :template, :version, :starts, :ends, :minimum)
            on conflict (run_id) do update
            set borough_code = excluded.borough_code, template_code = excluded.template_code,
                template_version = excluded.template_version, starts_on = excluded.starts_on,
                ends_on = excluded.ends_on,
                minimum_countable_minutes = excluded.minimum_countable_minutes
            """)
        .setParameter("run", run.runId())
        .setParameter("borough", run.boroughCode())
        .setParameter("template", run.templateCode())
        .setParameter("version", run.templateVersion())
        .setParameter("starts", run.startsOn())
        .setParameter("ends", run.endsOn())
        .setParameter("minimum", run.minimumCountableMinutes())
        .executeUpdate();
  }
}
