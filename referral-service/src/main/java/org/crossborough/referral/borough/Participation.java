package org.crossborough.referral.borough;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Set;
import org.crossborough.chassis.query.OneColumn;

/** The register of which borough takes part when. */
@ApplicationScoped
public class Participation {

  private final EntityManager database;

  Participation(EntityManager database) {
    this.database = database;
  }

  /** Whether any of the boroughs takes part on a day. */
  public boolean ofAny(Set<String> boroughCodes, LocalDate day) {
    String sql =
        """
        select exists (select 1 from borough_participation
          where borough_code in (:codes) and participates_from <= :day
            and (participates_until is null or participates_until >= :day))
        """;
    return OneColumn.query(database, sql, Boolean.class)
        .setParameter("codes", boroughCodes)
        .setParameter("day", day)
        .getSingleResult();
  }
}
