package org.crossborough.referral.exception;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.referral.exception.ExceptionToReceipt.Status;

/** The exceptions a transaction may see. */
@ApplicationScoped
class ExceptionsToReceipt implements PanacheRepositoryBase<ExceptionToReceipt, UUID> {

  /** Keeps a proposal; its referral is locked, so that nobody else proposes meanwhile. */
  void add(ExceptionToReceipt proposal, UUID referralId) {
    if (count(
            "referralId = ?1 and status in (?2, ?3)", referralId, Status.PROPOSED, Status.APPROVED)
        > 0) {
      throw ExceptionProblem.ALREADY_PROPOSED.because("Decide on that one first.");
    }
    persistAndFlush(proposal);
  }

  /** The exception of an id, if it is one of the referral's. */
  ExceptionToReceipt require(UUID referralId, UUID id) {
    return find("id = ?1 and referralId = ?2", id, referralId)
        .firstResultOptional()
        .orElseThrow(() ->
            ExceptionProblem.NOT_FOUND.because("The referral has no exception with this id."));
  }

  List<ExceptionToReceipt> newestFirst(UUID referralId, UUID before, int limit) {
    return find("referralId = ?1 and id < ?2 order by id desc", referralId, before)
        .range(0, Page.rows(limit) - 1)
        .list();
  }
}
