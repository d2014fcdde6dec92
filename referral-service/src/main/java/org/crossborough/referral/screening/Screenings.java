package org.crossborough.referral.screening;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.jspecify.annotations.Nullable;

/** The screenings a transaction may see. */
@ApplicationScoped
class Screenings implements PanacheRepositoryBase<Screening, UUID> {

  /** The screening of an id; not yours and not there are the same. */
  Screening require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(
            () -> ScreeningProblem.NOT_FOUND.because("No screening of yours has this id."));
  }

  /**
   * A page's rows, newest first.
   *
   * @param borough narrows the index to what row-level security would leave anyway; null for all
   */
  List<Screening> newestFirst(@Nullable String borough, UUID before, int limit) {
    PanacheQuery<Screening> rows =
        borough == null
            ? find("id < ?1 order by id desc", before)
            : find("boroughCode = ?1 and id < ?2 order by id desc", borough, before);
    return rows.range(0, Page.rows(limit) - 1).list();
  }
}
