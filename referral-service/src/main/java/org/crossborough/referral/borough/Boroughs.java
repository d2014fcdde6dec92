package org.crossborough.referral.borough;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

/** The 33 authorities of London; which they are is data, and no request adds one. */
@ApplicationScoped
class Boroughs implements PanacheRepositoryBase<Borough, String> {

  Borough require(String code) {
    return findByIdOptional(code).orElseThrow(Boroughs::notFound);
  }

  /** The same, kept from others until the transaction ends. */
  Borough requireForChange(String code) {
    return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Boroughs::notFound);
  }

  /** All of them with their periods, by code, in one statement. */
  List<Borough> all() {
    return list("from Borough b left join fetch b.periods order by b.code");
  }

  private static HttpProblem notFound() {
    return BoroughProblem.NOT_FOUND.because("No London authority has this code.");
  }
}
