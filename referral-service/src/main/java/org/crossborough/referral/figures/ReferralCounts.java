package org.crossborough.referral.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Counts referrals and decisions in the database, as far as the transaction may see them. */
@ApplicationScoped
class ReferralCounts {

  // One pass over the cohort: an index gives its referrals by their day, and each one's sessions.
  private static final String COHORT =
      """
      with cohort as (
        select r.id, min(a.assessed_on) - r.referral_date as days
        from referral r left join assessment a on a.referral_id = r.id
        where r.referral_date between :from and :to and r.status <> 'DUPLICATE' {scope}
        group by r.id)
      select count(*),
        count(*) filter (where exists (select 1 from referral_status_change c
          where c.referral_id = cohort.id and c.to_status = 'RETURNED_INCOMPLETE')),
        count(days),
        round((percentile_cont(0.5) within group (order by days))::numeric, 1),
        round((percentile_cont(0.9) within group (order by days))::numeric, 1)
      from cohort
      """;
  private static final String DECISIONS =
      """
      with decision as (
        select distinct on (c.referral_id) c.referral_id, c.to_status
        from referral_status_change c
        where c.to_status in ('ACCEPTED', 'DECLINED') and c.effective_on between :from and :to {scope}
        order by c.referral_id, c.effective_on desc, c.id desc)
      select count(*), count(*) filter (where d.to_status = 'ACCEPTED'),
        count(*) filter (where d.to_status = 'ACCEPTED' and r.receipt_id is not null)
      from decision d join referral r on r.id = d.referral_id where r.status <> 'DUPLICATE'
      """;

  private final Session session;
  private final ScreeningYields screenings;

  ReferralCounts(Session session, ScreeningYields screenings) {
    this.session = session;
    this.screenings = screenings;
  }

  Counts of(Period period, Scope scope) {
    @Nullable Object[] cohort = row(COHORT, "r.referring_borough_code", period, scope);
    @Nullable Object[] decisions = row(DECISIONS, "c.borough_code", period, scope);
    return new Counts(
        number(cohort[0]),
        number(cohort[1]),
        number(cohort[2]),
        (BigDecimal) cohort[3],
        (BigDecimal) cohort[4],
        number(decisions[0]),
        number(decisions[1]),
        number(decisions[2]),
        screenings.together(period, scope));
  }

  private @Nullable Object[] row(String sql, String column, Period period, Scope scope) {
    NativeQuery<Object[]> query =
        session.createNativeQuery(sql.replace("{scope}", scope.condition(column)), Object[].class);
    query.setParameter("from", period.from()).setParameter("to", period.to());
    if (scope.borough() != null) {
      query.setParameter("borough", scope.borough());
    }
    return query.getSingleResult();
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
