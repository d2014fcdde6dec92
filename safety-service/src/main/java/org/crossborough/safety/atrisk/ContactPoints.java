package org.crossborough.safety.atrisk;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The ways to reach the people at risk. */
@ApplicationScoped
class ContactPoints implements PanacheRepositoryBase<ContactPoint, UUID> {

  ContactPoints() {}

  List<ContactPoint> of(UUID personId) {
    return list("personId = ?1 and retiredAt is null order by position", personId);
  }

  List<ContactPoint> everOf(UUID personId) {
    return list("personId = ?1 order by position", personId);
  }
}
