package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Year;
import java.util.List;
import org.crossborough.contracts.SafetyEvent.Cell;

/**
 * M-18 per attendee: of the men who started in a year and about whom at-risk details were received,
 * for how many somebody was reached; a man with several people at risk counts once, by the best.
 */
@ApplicationScoped
class ContactRates {

  private static final String METRIC = "M-18";

  private final EntityManager entities;

  ContactRates(EntityManager entities) {
    this.entities = entities;
  }

  private record Counts(long men, long tier2, long tier3, long tier4) {}

  List<Cell> of(Year year) {
    Counts counts = count(year);
    return List.of(
        cell("TIER_2", counts.tier2(), counts.men()),
        cell("TIER_3", counts.tier3(), counts.men()),
        cell("TIER_4", counts.tier4(), counts.men()));
  }

  private static Cell cell(String variant, long numerator, long denominator) {
    return LowCountPolicy.cell(
        METRIC, variant, Math.toIntExact(numerator), Math.toIntExact(denominator));
  }

  private Counts count(Year year) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    """
                    select count(*), count(*) filter (where tier >= 2),
                      count(*) filter (where tier >= 3), count(*) filter (where tier >= 4)
                    from (select r.person_id, max(c.contact_tier) as tier
                          from known_referral r join survivor_case c on c.referral_id = r.id
                          where r.started_on between ?1 and ?2 and r.person_id is not null
                          group by r.person_id) as man
                    """)
                .setParameter(1, year.atDay(1))
                .setParameter(2, year.atMonth(12).atEndOfMonth())
                .getSingleResult();
    return new Counts(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
