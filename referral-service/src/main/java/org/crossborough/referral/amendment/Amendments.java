package org.crossborough.referral.amendment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;

/** The amendments a transaction may see; none is ever changed. */
@ApplicationScoped
class Amendments implements PanacheRepositoryBase<Amendment, UUID> {

  /** A page's rows, newest first. */
  List<Amendment> newestFirst(UUID referralId, UUID before, int limit) {
    return find("referralId = ?1 and id < ?2 order by id desc", referralId, before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }
}
