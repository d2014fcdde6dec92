package org.crossborough.outcomes.pathway;

import static org.crossborough.outcomes.pathway.Register.latest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.crossborough.contracts.ProgrammeEvent;
import org.hibernate.Session;

/** The runs that have been told of, each with its borough and its template's minimum. */
@ApplicationScoped
class KnownRuns {

  private static final List<String> SCHEDULED = List.of("run.scheduled.v1");
  private static final List<String> DATED = List.of("run.scheduled.v1", "run.rescheduled.v1");

  // Only dates move; a run of which no more is known than that it moved is none yet.
  private static final String TOLD =
      """
      select f.subject_id as run_id, %s as borough_code, %s as template_code,
             %s as template_version, %s as starts_on, %s as ends_on,
             %s as minimum_countable_minutes,
             coalesce(bool_or(true) filter (where f.kind = 'run.cancelled.v1'), false) as cancelled,
             %s as finished_on
      from %s f
      where f.kind like 'run.%%' and {which}
      group by f.subject_id
      having bool_or(f.kind = 'run.scheduled.v1')
      """
          .formatted(
              latest("text", "boroughCode", SCHEDULED),
              latest("text", "templateCode", SCHEDULED),
              latest("int", "templateVersion", SCHEDULED),
              latest("date", "startsOn", DATED),
              latest("date", "endsOn", DATED),
              latest("int", "minimumCountableMinutes", SCHEDULED),
              latest("date", "finishedOn", List.of("run.finished.v1")),
              Register.FACTS);

  private static final String ROWS =
      """
      insert into known_run (run_id, borough_code, template_code, template_version, starts_on,
                             ends_on, minimum_countable_minutes, cancelled, finished_on)
      %s
      on conflict (run_id) do update
      set borough_code = excluded.borough_code, template_code = excluded.template_code,
          template_version = excluded.template_version, starts_on = excluded.starts_on,
          ends_on = excluded.ends_on,
          minimum_countable_minutes = excluded.minimum_countable_minutes,
          cancelled = excluded.cancelled, finished_on = excluded.finished_on
      """
          .formatted(TOLD);

  private final Session session;
  private final Facts facts;

  KnownRuns(Session session, Facts facts) {
    this.session = session;
    this.facts = facts;
  }

  /** Something was told of a run; all of it comes on one topic, in one order. */
  void heard(ProgrammeEvent event) {
    facts.hear(event.key(), event);
    if (!Bulk.isHeard()) {
      session
          .createNativeMutationQuery(ROWS.replace("{which}", "f.subject_id = :run"))
          .setParameter("run", event.key())
          .executeUpdate();
    }
  }

  /** What all rows are made of. */
  static String told() {
    return TOLD.replace("{which}", "true");
  }

  /** Makes all rows anew. */
  void rebuild() {
    session.createNativeMutationQuery(ROWS.replace("{which}", "true")).executeUpdate();
  }
}
