package org.crossborough.referral.screening.draft;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.screening.ScreeningProblem;

/** The drafts of screenings that a transaction may see. */
@ApplicationScoped
class ScreeningDrafts implements PanacheRepositoryBase<ScreeningDraft, UUID> {

  /** The draft of an id; not yours and not there are the same. */
  ScreeningDraft require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(
            () -> ScreeningProblem.DRAFT_NOT_FOUND.because("No draft of yours has this id."));
  }

  /** The same, kept from others until the transaction ends. */
  ScreeningDraft requireForChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(
            () -> ScreeningProblem.DRAFT_NOT_FOUND.because("No draft of yours has this id."));
  }

  /** A page's rows, newest first. */
  List<ScreeningDraft> newestFirst(String borough, UUID before, int limit) {
    return find("boroughCode = ?1 and id < ?2 order by id desc", borough, before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }

  /** Forgets what nobody has gone on with since; how many that were. */
  long forgetUnchangedSince(Instant instant) {
    return delete("changedAt < ?1", instant);
  }
}
