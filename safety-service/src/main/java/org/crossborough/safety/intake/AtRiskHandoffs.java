package org.crossborough.safety.intake;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The hand-overs received. */
@ApplicationScoped
class AtRiskHandoffs implements PanacheRepositoryBase<AtRiskHandoff, UUID> {

  AtRiskHandoffs() {}

  List<AtRiskHandoff> awaiting(UUID referralId) {
    return list(
        "referralId = ?1 and status = ?2 order by id",
        referralId,
        AtRiskHandoff.Status.AWAITING_REFERRAL);
  }

  List<AtRiskHandoff> quarantined(UUID before, int rows) {
    return find(
            "id < ?1 and status = ?2 order by id desc", before, AtRiskHandoff.Status.QUARANTINED)
        .page(0, rows)
        .list();
  }
}
