package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.crossborough.contracts.Event;
import org.hibernate.Session;

/** One row per referral, made anew from all that is known of it whenever something is told. */
@ApplicationScoped
class Participations {

  private static final String OF_ONE =
      ParticipationRow.of("select cast(:referral as uuid) as referral_id");
  private static final String OF_ALL =
      ParticipationRow.of(
          """
          select distinct subject_id as referral_id from fact
          where kind like any (array['referral.%', 'assessment.%', 'enrolment.%'])
          union select referral_id from attendance
          """);
  private static final String KNOWN =
      """
      insert into known_referral (referral_id, person_id, borough_code)
      select referral_id, person_id, referring_borough_code from participation
      where person_id is not null and referring_borough_code is not null %s
      on conflict (referral_id) do update
      set person_id = excluded.person_id, borough_code = excluded.borough_code
      where (known_referral.person_id, known_referral.borough_code)
            is distinct from (excluded.person_id, excluded.borough_code)
      """;

  private final Session session;
  private final Facts facts;

  Participations(Session session, Facts facts) {
    this.session = session;
    this.facts = facts;
  }

  /** Something was told of a referral or its enrolment. */
  void heard(UUID referralId, Event event) {
    facts.hear(referralId, event);
    if (!Bulk.isHeard()) {
      changed(referralId);
    }
  }

  /** Makes the row of a referral anew. */
  void changed(UUID referralId) {
    lock(referralId);
    of(OF_ONE, referralId);
    of(KNOWN.formatted("and referral_id = :referral"), referralId);
  }

  /** Makes all rows anew; what is there already stays the same, byte for byte. */
  void rebuild() {
    session.createNativeMutationQuery(OF_ALL).executeUpdate();
    session.createNativeMutationQuery(KNOWN.formatted("")).executeUpdate();
  }

  /**
   * Facts of one referral come on two topics, which two processes may hear at once: the later of
   * them must see what the earlier kept.
   */
  private void lock(UUID referralId) {
    of(
        """
        insert into participation (referral_id) values (:referral)
        on conflict (referral_id) do update set referral_id = excluded.referral_id
        """,
        referralId);
  }

  private void of(String sql, UUID referralId) {
    session.createNativeMutationQuery(sql).setParameter("referral", referralId).executeUpdate();
  }
}
