package org.crossborough.safety.breakglass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.crossborough.safety.access.Alerts;
import org.crossborough.safety.access.CaseAudit;

/** The emergency ways to cases. */
@ApplicationScoped
public class GlassBreakings implements PanacheRepositoryBase<GlassBreaking, UUID> {

  private static final String OPEN =
      "expiresAt > ?1 and requestedBy = ?2 and caseId = ?3 and status = ?4";

  private static final String WITHOUT_CONFLICT =
      """
      caseId not in (select s.id from SurvivorCase s, DeclaredConflict c
                     where s.referralId = c.referralId and c.worker = ?2 and c.withdrawnAt is null)\
      """;

  private final CaseAudit audit;
  private final Alerts alerts;
  private final Clock clock;

  GlassBreakings(CaseAudit audit, Alerts alerts, Clock clock) {
    this.audit = audit;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** Whether somebody may use an approved way to a case now. */
  public boolean isOpen(String reader, UUID caseId) {
    return count(OPEN, clock.instant(), reader, caseId, GlassBreaking.Status.APPROVED) > 0
        && !reviewIsOutstanding(reader, caseId);
  }

  /**
   * Uses an approved way that is still open, and has that written down with what the running
   * transaction does; false when it has closed.
   */
  public boolean breakFor(String reader, UUID caseId) {
    int used =
        update(
            "usedAt = coalesce(usedAt, ?1) where " + OPEN,
            clock.instant(),
            reader,
            caseId,
            GlassBreaking.Status.APPROVED);
    if (used > 0) {
      audit.done("BREAK_GLASS", caseId.toString(), "EMERGENCY");
      alerts.raise(Alerts.Alert.GLASS_BROKEN);
    }
    return used > 0;
  }

  /** Whether somebody has used a way, to anywhere but this case, that nobody has reviewed. */
  private boolean reviewIsOutstanding(String reader, UUID exceptCase) {
    return count(
            "requestedBy = ?1 and caseId <> ?2 and usedAt is not null and status = ?3",
            reader,
            exceptCase,
            GlassBreaking.Status.APPROVED)
        > 0;
  }

  boolean reviewIsOutstanding(String reader) {
    return count(
            "requestedBy = ?1 and usedAt is not null and status = ?2",
            reader,
            GlassBreaking.Status.APPROVED)
        > 0;
  }

  /** Ways to cases with which whoever decides has no declared conflict. */
  List<GlassBreaking> before(UUID id, int rows) {
    return find("id < ?1 and " + WITHOUT_CONFLICT + " order by id desc", id, audit.actor())
        .page(0, rows)
        .list();
  }

  Optional<GlassBreaking> toBeDecided(UUID id) {
    return find("id = ?1 and " + WITHOUT_CONFLICT, id, audit.actor()).firstResultOptional();
  }
}
