package org.crossborough.outcomes.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.crossborough.chassis.outbox.EventCodec;
import org.crossborough.contracts.Event;
import org.crossborough.contracts.EventCatalogue;
import org.hibernate.Session;

/**
 * What other services told, each fact once however often it came. Facts are never changed: a
 * correction is a later fact, and what a row says follows from all facts of its subject together.
 */
@ApplicationScoped
public class Facts {

  private final Session session;

  Facts(Session session) {
    this.session = session;
  }

  /** Keeps a fact about a referral, a run, a screening, or a period of the equality profile. */
  public void keep(UUID subject, Event event) {
    byte[] payload = Objects.requireNonNull(EventCodec.encode(event));
    var _ =
        session
            .createNativeMutationQuery(
                """
                insert into fact (subject_id, kind, told_at, data)
                values (:subject, :kind, :at, cast(:data as jsonb))
                on conflict do nothing
                """)
            .setParameter("subject", subject)
            .setParameter("kind", EventCatalogue.typeOf(event.getClass()))
            .setParameter("at", event.occurredAt().truncatedTo(ChronoUnit.MICROS))
            .setParameter("data", new String(payload, StandardCharsets.UTF_8))
            .executeUpdate();
  }
}
