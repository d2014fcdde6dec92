package org.crossborough.outcomes.top;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The TOP records that were taken in. */
@ApplicationScoped
class TopRecords implements PanacheRepositoryBase<TopRecord, UUID> {

  List<StageOrder.Dated> datesOf(UUID referralId) {
    return list("referralId", referralId).stream().map(TopRecord::dated).toList();
  }
}
