package org.crossborough.outcomes.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.outcomes.rebuild.RebuildRun.State;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The rebuilds there were, and the one that is. */
@ApplicationScoped
class RebuildRuns {

  private static final String SELECT =
      """
      select id, state, started_at, started_by, finished_at, events_read, events_known,
             rows_changed, digest, failure
      from rebuild_run
      """;

  private final Session session;

  RebuildRuns(Session session) {
    this.session = session;
  }

  /** Begins one; false when another is running. */
  boolean begin(UUID id, String by, Instant at) {
    return session
            .createNativeMutationQuery(
                """
                insert into rebuild_run (id, state, started_at, started_by)
                values (:id, 'RUNNING', :at, :by) on conflict do nothing
                """)
            .setParameter("id", id)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .setParameter("by", by)
            .executeUpdate()
        == 1;
  }

  void progressed(UUID id, long read, long known) {
    var _ =
        session
            .createNativeMutationQuery(
                "update rebuild_run set events_read = :read, events_known = :known where id = :id")
            .setParameter("read", read)
            .setParameter("known", known)
            .setParameter("id", id)
            .executeUpdate();
  }

  void done(UUID id, long rowsChanged, Instant at) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                update rebuild_run set state = 'DONE', rows_changed = :changed, finished_at = :at,
                                       digest = read_model_digest()
                where id = :id
                """)
            .setParameter("changed", rowsChanged)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .setParameter("id", id)
            .executeUpdate();
  }

  void failed(UUID id, String failure, Instant at) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                update rebuild_run set state = 'FAILED', failure = :failure, finished_at = :at
                where id = :id
                """)
            .setParameter("failure", failure)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .setParameter("id", id)
            .executeUpdate();
  }

  /** Says of what ran when the service stopped that it runs no more. */
  void interruptAll(Instant at) {
    var _ =
        session
            .createNativeMutationQuery(
                """
                update rebuild_run set state = 'INTERRUPTED', finished_at = :at
                where state = 'RUNNING'
                """)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .executeUpdate();
  }

  Optional<RebuildRun> find(UUID id) {
    return query(SELECT + "where id = :id").setParameter("id", id).stream()
        .map(RebuildRuns::run)
        .findFirst();
  }

  List<RebuildRun> page(UUID before, int rows) {
    return query(SELECT + "where id < :before order by id desc limit :rows")
        .setParameter("before", before)
        .setParameter("rows", rows)
        .stream()
        .map(RebuildRuns::run)
        .toList();
  }

  private NativeQuery<Object[]> query(String sql) {
    return session
        .createNativeQuery(sql, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("state", String.class)
        .addScalar("started_at", Instant.class)
        .addScalar("started_by", String.class)
        .addScalar("finished_at", Instant.class)
        .addScalar("events_read", Long.class)
        .addScalar("events_known", Long.class)
        .addScalar("rows_changed", Long.class)
        .addScalar("digest", String.class)
        .addScalar("failure", String.class);
  }

  private static RebuildRun run(Object[] row) {
    return new RebuildRun(
        (UUID) row[0],
        State.valueOf((String) row[1]),
        (Instant) row[2],
        (String) row[3],
        (Instant) row[4],
        (Long) row[5],
        (Long) row[6],
        (Long) row[7],
        (String) row[8],
        (String) row[9]);
  }
}
