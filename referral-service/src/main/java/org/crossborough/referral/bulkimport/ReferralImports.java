package org.crossborough.referral.bulkimport;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.referral.source.Sender;
import org.hibernate.Session;

/** The imports a transaction may see, and whose turn it is to be worked on. */
@ApplicationScoped
class ReferralImports implements PanacheRepositoryBase<ReferralImport, UUID> {

  private final Session database;

  ReferralImports(Session database) {
    this.database = database;
  }

  /** The import of an id; another client's and none are the same. */
  ReferralImport require(UUID id, Sender owner) {
    return findByIdOptional(id)
        .filter(bulk -> bulk.isOf(owner))
        .orElseThrow(() -> ImportProblem.NOT_FOUND.because("No import of yours has this id."));
  }

  List<ReferralImport> newestFirst(Sender owner, UUID before, int limit) {
    return find(
            "boroughCode = ?1 and client = ?2 and id < ?3 order by id desc",
            owner.borough(),
            owner.client(),
            before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }

  /** Takes the oldest import that nobody works on, for a while. */
  Optional<ReferralImport> lease(Instant now, Duration time) {
    String sql =
        """
        update referral_import set leased_until = :until
        where id = (select id from referral_import
          where finished_at is null and leased_until < :now
          order by id limit 1 for update skip locked)
        returning id
        """;
    return OneColumn.query(database, sql, UUID.class)
        .setParameter("until", now.plus(time))
        .setParameter("now", now)
        .getResultStream()
        .findFirst()
        .map(this::findById);
  }

  /** Keeps it for longer. */
  void renew(UUID id, Instant until) {
    var _ =
        database
            .createNativeMutationQuery(
                "update referral_import set leased_until = :until where id = :id")
            .setParameter("until", until)
            .setParameter("id", id)
            .executeUpdate();
  }

  /** Ends an import whose rows all have their outcome. */
  void finish(UUID id, Instant now) {
    var _ =
        database
            .createNativeMutationQuery(
                """
                update referral_import set finished_at = :now
                where id = :id and finished_at is null and not exists (
                  select from referral_import_row where import_id = :id and outcome = 'PENDING')
                """)
            .setParameter("now", now)
            .setParameter("id", id)
            .executeUpdate();
  }

  /** Removes what was sent long ago, with its rows. */
  int forgetBefore(Instant instant) {
    return database
        .createNativeMutationQuery("delete from referral_import where created_at < :before")
        .setParameter("before", instant)
        .executeUpdate();
  }
}
