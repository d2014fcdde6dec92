package org.crossborough.outcomes.top;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Which records no longer count, and why. */
@ApplicationScoped
class Supersessions {

  private final Session session;

  Supersessions(Session session) {
    this.session = session;
  }

  /** Why a record is superseded. */
  enum Reason {
    DATA_ENTRY,
    CLIENT_CORRECTION,
    /** It was about another man. */
    WRONG_CLIENT
  }

  /**
   * A record that no longer counts.
   *
   * @param supersededBy the one that counts instead; null when it was another man's
   */
  record Supersession(
      UUID topRecordId, @Nullable UUID supersededBy, Reason reason, Instant supersededAt) {}

  void add(Supersession supersession, String boroughCode, String by) {
    session
        .createNativeMutationQuery(
            """
            insert into top_supersession
              (top_record_id, superseded_by, borough_code, reason, superseded_at, recorded_by)
            values (:record, :by, :borough, :reason, :at, :person)
            """)
        .setParameter("record", supersession.topRecordId())
        .setParameter("by", supersession.supersededBy(), UUID.class)
        .setParameter("borough", boroughCode)
        .setParameter("reason", supersession.reason().name())
        .setParameter("at", supersession.supersededAt())
        .setParameter("person", by)
        .executeUpdate();
  }

  /** The supersessions that some records had a part in, on either side. */
  List<Supersession> among(Collection<UUID> records) {
    return session
        .createNativeQuery(
            """
            select top_record_id, superseded_by, reason, superseded_at from top_supersession
            where top_record_id in (:records) or superseded_by in (:records)
            """,
            Object[].class)
        .addScalar("top_record_id", UUID.class)
        .addScalar("superseded_by", UUID.class)
        .addScalar("reason", String.class)
        .addScalar("superseded_at", Instant.class)
        .setParameterList("records", records)
        .stream()
        .map(row ->
            new Supersession(
                (UUID) row[0], (UUID) row[1], Reason.valueOf((String) row[2]), (Instant) row[3]))
        .toList();
  }
}
