package org.crossborough.safety.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.crossborough.contracts.ReferralEvent.ReferralReceived;
import org.crossborough.contracts.SafetyEvent.ClearToStart;

/** The referrals other services told of. */
@ApplicationScoped
public class KnownReferrals implements PanacheRepositoryBase<KnownReferral, UUID> {

  KnownReferrals() {}

  /**
   * Keeps the hand-over and the referral it is for from passing each other: whoever of them comes
   * second, in whatever process, waits here and then sees the first.
   */
  public void waitFor(UUID referralId) {
    var _ =
        getEntityManager()
            .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0)) is null")
            .setParameter(1, referralId.toString())
            .getSingleResult();
  }

  /** The borough a referral came from; empty while the referral is not known. */
  public Optional<String> referringBorough(UUID referralId) {
    return findByIdOptional(referralId).map(KnownReferral::referringBoroughCode);
  }

  /** The man a referral is for; empty while that is not known. */
  public Optional<UUID> personOf(UUID referralId) {
    return findByIdOptional(referralId).map(KnownReferral::personId);
  }

  /** Whether the man was released to start. */
  public boolean isCleared(UUID referralId) {
    return findByIdOptional(referralId).map(KnownReferral::isCleared).orElse(false);
  }

  /** Releases the man to start; empty when he was released before. */
  public Optional<ClearToStart> clear(UUID referralId, Instant at) {
    KnownReferral referral = findById(referralId, LockModeType.PESSIMISTIC_WRITE);
    return referral == null || referral.isCleared()
        ? Optional.empty()
        : Optional.of(referral.clear(at));
  }

  /**
   * Accepted referrals that nobody released, accepted before {@code acceptedBefore} and without an
   * open hold; locked for the running transaction, and passed over where another process has them.
   */
  public List<UUID> lockOverdue(Instant acceptedBefore, int limit) {
    return OneColumn.query(
            getEntityManager(),
            """
            select r.id from known_referral r
            where r.cleared_at is null and r.ended_at is null and r.accepted_at < ?1
              and not exists (select from safety_hold h
                              where h.referral_id = r.id and h.lifted_at is null)
            order by r.accepted_at limit ?2
            for update of r skip locked
            """,
            UUID.class)
        .setParameter(1, acceptedBefore)
        .setParameter(2, limit)
        .getResultList();
  }

  /** Learns of a referral. */
  public void received(ReferralReceived told) {
    known(told.referralId()).received(told.personId(), told.referringBoroughCode());
  }

  void accepted(UUID referralId, Instant at) {
    known(referralId).accepted(at);
  }

  void ended(UUID referralId, Instant at) {
    known(referralId).ended(at);
  }

  void started(UUID referralId, LocalDate on) {
    known(referralId).started(on);
  }

  private KnownReferral known(UUID id) {
    return findByIdOptional(id)
        .orElseGet(() -> {
          KnownReferral referral = KnownReferral.of(id);
          persist(referral);
          return referral;
        });
  }
}
