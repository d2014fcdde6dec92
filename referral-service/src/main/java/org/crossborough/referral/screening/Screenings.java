package org.crossborough.referral.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** The screenings a transaction may see. */
@ApplicationScoped
class Screenings implements PanacheRepositoryBase<Screening, UUID> {

  private final EntityManager database;

  Screenings(EntityManager database) {
    this.database = database;
  }

  boolean hasInstrument(String code, int version) {
    String sql =
        """
        select exists (select 1 from screening_instrument
          where code = :code and version = :version)
        """;
    return (Boolean)
        database
            .createNativeQuery(sql, Boolean.class)
            .setParameter("code", code)
            .setParameter("version", version)
            .getSingleResult();
  }
}
