package org.crossborough.outcomes.pathway;

import static org.crossborough.outcomes.pathway.Register.latest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.crossborough.contracts.ReferralEvent.ScreeningRecorded;
import org.hibernate.Session;

/** The screenings that have been told of: what each came to, and nobody's name. */
@ApplicationScoped
class KnownScreenings {

  private static final List<String> RECORDED = List.of("screening.recorded.v1");

  private static final String TOLD =
      """
      select f.subject_id as screening_id, %s as borough_code, %s as instrument_code,
             %s as result, %s as screened_on
      from %s f
      where f.kind = 'screening.recorded.v1' and {which}
      group by f.subject_id
      """
          .formatted(
              latest("text", "boroughCode", RECORDED),
              latest("text", "instrumentCode", RECORDED),
              latest("text", "result", RECORDED),
              latest("date", "screenedOn", RECORDED),
              Register.FACTS);

  private static final String ROWS =
      """
      insert into known_screening (screening_id, borough_code, instrument_code, result, screened_on)
      %s
      on conflict (screening_id) do update
      set borough_code = excluded.borough_code, instrument_code = excluded.instrument_code,
          result = excluded.result, screened_on = excluded.screened_on
      """
          .formatted(TOLD);

  private final Session session;
  private final Facts facts;

  KnownScreenings(Session session, Facts facts) {
    this.session = session;
    this.facts = facts;
  }

  /** A screening was recorded, or told of again. */
  void heard(ScreeningRecorded event) {
    facts.hear(event.screeningId(), event);
    if (!Bulk.isHeard()) {
      session
          .createNativeMutationQuery(ROWS.replace("{which}", "f.subject_id = :screening"))
          .setParameter("screening", event.screeningId())
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
