package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;

/** What is known of the men's enrolments, in whatever order it was told. */
@ApplicationScoped
class EnrolmentFacts {

  private final Session session;

  EnrolmentFacts(Session session) {
    this.session = session;
  }

  void scheduled(UUID runId, String templateCode) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into known_run (id, template_code) values (?1, ?2)
                on conflict (id) do update set template_code = excluded.template_code
                """)
            .setParameter(1, runId)
            .setParameter(2, templateCode)
            .executeUpdate();
  }

  void started(UUID enrolmentId, UUID referralId, UUID runId, LocalDate on) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into known_enrolment (id, referral_id, run_id, started_on)
                values (?1, ?2, ?3, ?4) on conflict (id) do update set started_on = excluded.started_on
                """)
            .setParameter(1, enrolmentId)
            .setParameter(2, referralId)
            .setParameter(3, runId)
            .setParameter(4, on)
            .executeUpdate();
  }

  void ended(UUID enrolmentId, UUID referralId, UUID runId, LocalDate on) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into known_enrolment (id, referral_id, run_id, ended_on)
                values (?1, ?2, ?3, ?4) on conflict (id) do update set ended_on = excluded.ended_on
                """)
            .setParameter(1, enrolmentId)
            .setParameter(2, referralId)
            .setParameter(3, runId)
            .setParameter(4, on)
            .executeUpdate();
  }
}
