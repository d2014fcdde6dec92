package org.crossborough.outcomes.topimport;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.hibernate.Session;

/** The imports a transaction may see, and whose turn it is to be worked on. */
@ApplicationScoped
class TopImports implements PanacheRepositoryBase<TopImport, UUID> {

  private final Session database;

  TopImports(Session database) {
    this.database = database;
  }

  /** The import of an id; another client's and none are the same. */
  TopImport require(UUID id, String client) {
    return findByIdOptional(id)
        .filter(bulk -> bulk.isOf(client))
        .orElseThrow(() -> ImportProblem.NOT_FOUND.because("No import of yours has this id."));
  }

  List<TopImport> newestFirst(String client, UUID before, int limit) {
    return find("client = ?1 and id < ?2 order by id desc", client, before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }

  /** Takes the oldest import that nobody works on, for a while. */
  Optional<TopImport> lease(Instant now, Duration time) {
    return OneColumn.query(
            database,
            """
            update top_import set leased_until = :until
            where id = (select id from top_import
              where finished_at is null and leased_until < :now
              order by id limit 1 for update skip locked)
            returning id
            """,
            UUID.class)
        .setParameter("until", now.plus(time))
        .setParameter("now", now)
        .getResultStream()
        .findFirst()
        .map(this::findById);
  }

  /** Keeps it for longer. */
  void renew(UUID id, Instant until) {
    database
        .createNativeMutationQuery("update top_import set leased_until = :until where id = :id")
        .setParameter("until", until)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Ends an import whose rows all have their outcome. */
  void finish(UUID id, Instant now) {
    database
        .createNativeMutationQuery(
            """
            update top_import set finished_at = :now
            where id = :id and finished_at is null and not exists (
              select from top_import_row where import_id = :id and outcome = 'PENDING')
            """)
        .setParameter("now", now)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Removes what was sent long ago, with its rows. */
  void forgetBefore(Instant instant) {
    database
        .createNativeMutationQuery("delete from top_import where created_at < :before")
        .setParameter("before", instant)
        .executeUpdate();
  }
}
