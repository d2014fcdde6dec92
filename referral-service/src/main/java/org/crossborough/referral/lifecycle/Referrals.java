package org.crossborough.referral.lifecycle;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.orm.panache.common.ProjectedFieldName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.crossborough.chassis.http.Page;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.referral.decision.HandoffReceipt;
import org.crossborough.referral.enrolment.Allocation;
import org.crossborough.referral.source.Sender;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The referrals a transaction may see. */
@ApplicationScoped
class Referrals implements PanacheRepositoryBase<Referral, UUID> {

  private static final String EXTERNAL_REFERENCE = "referral_external_reference";

  /** Stores a new referral; refused when its sender used the external reference before. */
  void add(Referral referral) {
    try {
      persistAndFlush(referral);
      // Written, and not changed again in this transaction: nothing to compare at its end.
      getEntityManager().detach(referral);
    } catch (ConstraintViolationException violation) {
      if (EXTERNAL_REFERENCE.equals(violation.getConstraintName())) {
        throw ReferralProblem.DUPLICATE_REFERENCE.because(
            "Another referral of yours has this externalReference.");
      }
      throw violation;
    }
  }

  /** What a sender sent before under an external reference of its own. */
  Optional<Referral> sentBefore(Sender sender, String externalReference) {
    return find(
            """
            referringBoroughCode = ?1 and submission.submittingClient = ?2
              and submission.externalReference = ?3
            """,
            sender.borough(),
            sender.client(),
            externalReference)
        .firstResultOptional();
  }

  /** The referral of an id; not yours and not there are the same. */
  Referral require(UUID id) {
    return findByIdOptional(id).orElseThrow(Referrals::notFound);
  }

  /** The same, kept from others until the transaction ends. */
  Referral requireForChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Referrals::notFound);
  }

  private static HttpProblem notFound() {
    return ReferralProblem.NOT_FOUND.because("No referral of yours has this id.");
  }

  /** Whether its borough has referred a man besides who may be the same. */
  boolean sentTwice(Referral referral) {
    return getEntityManager()
            .createQuery(
                """
                select count(*) from Referral r, Referral other
                where r.id = :id and other.id <> r.id
                  and other.referringBoroughCode = r.referringBoroughCode
                  and (other.person.dateOfBirth = r.person.dateOfBirth
                    or other.person.nhsNumber = r.person.nhsNumber)
                """,
                Long.class)
            .setParameter("id", referral.id())
            .getSingleResult()
        > 0;
  }

  /** A page's moves of a referral, oldest first. */
  List<ReferralStatusChange> moves(Referral referral, UUID after, int limit) {
    return getEntityManager()
        .createQuery(
            """
            select c from ReferralStatusChange c
            where c.referral = :referral and c.id > :after order by c.id
            """,
            ReferralStatusChange.class)
        .setParameter("referral", referral)
        .setParameter("after", after)
        .setMaxResults(Page.rows(limit))
        .getResultList();
  }

  /**
   * A page's rows, newest first.
   *
   * @param borough narrows the index to what row-level security would leave anyway; null for all
   * @param statuses empty for all
   */
  List<Summary> newestFirst(
      @Nullable String borough, Set<ReferralStatus> statuses, UUID before, int limit) {
    PanacheQuery<Referral> rows =
        borough != null && statuses.size() > 1
            ? find("id in ?1 order by id desc", ids(borough, statuses, before, limit))
            : matching(borough, statuses, before);
    return rows.project(Summary.class).range(0, Page.rows(limit) - 1).list();
  }

  /** Each status by a walk of its own: asked for together, all there are would be sorted first. */
  private List<UUID> ids(String borough, Set<ReferralStatus> statuses, UUID before, int limit) {
    String sql =
        """
        select newest.id from unnest(cast(:statuses as text[])) as one (status) cross join lateral (
          select r.id from referral r
          where r.referring_borough_code = :borough and r.status = one.status and r.id < :before
          order by r.id desc limit :rows) as newest
        order by newest.id desc limit :rows
        """;
    return OneColumn.query(getEntityManager(), sql, UUID.class)
        .setParameter("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
        .setParameter("borough", borough)
        .setParameter("before", before)
        .setParameter("rows", Page.rows(limit))
        .getResultList();
  }

  private PanacheQuery<Referral> matching(
      @Nullable String borough, Set<ReferralStatus> statuses, UUID before) {
    if (borough == null) {
      return statuses.isEmpty()
          ? find("id < ?1 order by id desc", before)
          : find("status in ?1 and id < ?2 order by id desc", statuses, before);
    }
    return statuses.isEmpty()
        ? find("referringBoroughCode = ?1 and id < ?2 order by id desc", borough, before)
        : find(
            "referringBoroughCode = ?1 and status in ?2 and id < ?3 order by id desc",
            borough,
            statuses,
            before);
  }

  /** What a list shows of a referral: these columns are read for it, and nothing of the man. */
  record Summary(
      UUID id,
      String reference,
      @ProjectedFieldName("submission.externalReference") String externalReference,
      ReferralStatus status,
      String referringBoroughCode,
      @ProjectedFieldName("person.residenceBoroughCode") String residenceBoroughCode,
      @ProjectedFieldName("submission.commissioningBoroughCode") String commissioningBoroughCode,
      @ProjectedFieldName("submission.referralDate") LocalDate referralDate,
      Instant receivedAt,
      @ProjectedFieldName("submission.screeningId") UUID screeningId,
      @Nullable HandoffReceipt receipt,
      @Nullable Allocation allocation,
      @Nullable LocalDate reviewOn,
      long version) {

    ReferralView view() {
      return new ReferralView(
          id,
          reference,
          externalReference,
          status,
          status.forBorough(),
          referringBoroughCode,
          residenceBoroughCode,
          commissioningBoroughCode,
          referralDate,
          receivedAt,
          screeningId,
          receipt,
          allocation,
          reviewOn,
          null,
          null,
          null,
          version);
    }
  }
}
