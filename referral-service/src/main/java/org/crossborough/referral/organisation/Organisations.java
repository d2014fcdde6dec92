package org.crossborough.referral.organisation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.jspecify.annotations.Nullable;

/** The register of organisations. */
@ApplicationScoped
class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

  Organisation require(UUID id) {
    return findByIdOptional(id).orElseThrow(Organisations::notFound);
  }

  /** The same, kept from others until the transaction ends. */
  Organisation requireForChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(Organisations::notFound);
  }

  /** A page's rows, newest first. */
  List<Organisation> newestFirst(@Nullable OrganisationType type, UUID before, int limit) {
    int last = Page.rows(limit) - 1;
    return type == null
        ? find("id < ?1 order by id desc", before).range(0, last).list()
        : find("type = ?1 and id < ?2 order by id desc", type, before).range(0, last).list();
  }

  private static HttpProblem notFound() {
    return OrganisationProblem.NOT_FOUND.because("No organisation has this id.");
  }
}
