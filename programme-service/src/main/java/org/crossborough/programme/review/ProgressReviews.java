package org.crossborough.programme.review;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** All reviews. */
@ApplicationScoped
class ProgressReviews implements PanacheRepositoryBase<ProgressReview, UUID> {

  List<ProgressReview> of(UUID enrolmentId, UUID before, int rows) {
    return find("enrolmentId = ?1 and id < ?2 order by id desc", enrolmentId, before)
        .page(0, rows)
        .list();
  }

  /** Every review of a man, in the order in which they were recorded. */
  List<ProgressReview> of(UUID enrolmentId) {
    return list("enrolmentId = ?1 order by id", enrolmentId);
  }
}
