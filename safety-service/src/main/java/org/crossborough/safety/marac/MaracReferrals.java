package org.crossborough.safety.marac;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The referrals of survivors to conferences, with the actions that were agreed. */
@ApplicationScoped
public class MaracReferrals implements PanacheRepositoryBase<MaracReferral, UUID> {

  /**
   * A referral without its words.
   *
   * @param boroughCode whose conference it is: the borough she lived in when it was made
   * @param repeatOf the referral that it repeats
   * @param dueAt by when it was due since her risk was found to be high
   * @param late whether it was made after that
   */
  @Schema(name = "MaracReferral")
  public record Brief(
      UUID id,
      String status,
      String boroughCode,
      LocalDate referredOn,
      List<String> criteria,
      @Nullable UUID dashId,
      @Nullable UUID repeatOf,
      boolean survivorAware,
      boolean survivorConsents,
      @Nullable Instant dueAt,
      boolean late,
      @Nullable LocalDate meetingOn,
      long version) {}

  private final MaracRules rules;

  MaracReferrals(MaracConfig config) {
    this.rules = MaracRules.of(config);
  }

  /** Whether abuse on a day has to be told to a conference that has heard of the case before. */
  public boolean repeats(UUID caseId, LocalDate day) {
    return repeated(caseId, day).isPresent();
  }

  /** The last referral of a case; empty while there is none. */
  public Optional<Brief> last(UUID caseId) {
    return latest(caseId).map(MaracReferral::brief);
  }

  /** The last referral on or before a day, where one of that day would repeat it. */
  Optional<MaracReferral> repeated(UUID caseId, LocalDate day) {
    return find("caseId = ?1 and referredOn <= ?2 order by referredOn desc, id desc", caseId, day)
        .page(0, 1)
        .firstResultOptional()
        .filter(last -> rules.isRepeat(day, last.referredOn()));
  }

  List<MaracReferral> before(UUID caseId, UUID id, int rows) {
    return find("caseId = ?1 and id < ?2 order by id desc", caseId, id).page(0, rows).list();
  }

  List<MaracReferral> ever(UUID caseId) {
    return list("caseId = ?1 order by id", caseId);
  }

  MaracReferral require(UUID caseId, UUID id) {
    return findByIdOptional(id)
        .filter(referral -> referral.caseId().equals(caseId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  List<MaracAction> actions(UUID maracId) {
    return getEntityManager()
        .createQuery("from MaracAction where maracId = ?1 order by id", MaracAction.class)
        .setParameter(1, maracId)
        .getResultList();
  }

  MaracAction action(UUID maracId, UUID id) {
    return Optional.ofNullable(getEntityManager().find(MaracAction.class, id))
        .filter(action -> action.maracId().equals(maracId))
        .orElseThrow(() -> RequestProblem.NOT_FOUND.builder().build());
  }

  /** Keeps a move, and writes it, so that the version is the one to be told. */
  void keep(MaracStatusChange change) {
    getEntityManager().persist(change);
    flush();
  }

  private Optional<MaracReferral> latest(UUID caseId) {
    return find("caseId = ?1 order by referredOn desc, id desc", caseId)
        .page(0, 1)
        .firstResultOptional();
  }
}
