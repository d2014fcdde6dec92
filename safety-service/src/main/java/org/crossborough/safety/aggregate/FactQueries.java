package org.crossborough.safety.aggregate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.crossborough.chassis.query.OneColumn;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Takes what the figures are counted from out of the record; no key is needed for any of it. */
@ApplicationScoped
class FactQueries {

  private final Session session;

  FactQueries(Session session) {
    this.session = session;
  }

  Facts of(FigurePeriod period) {
    return new Facts(started(period), received(period), askedAndSafer(period));
  }

  private List<Facts.Started> started(FigurePeriod period) {
    return rows("""
    select r.person_id, r.started_on, e.template_code, c.contact_tier,
      exists (select from incident i
              where i.case_id = c.id and i.told_by = 'SURVIVOR'
                and i.happened_on >= r.started_on
                and (e.ended_on is null or i.happened_on <= e.ended_on)) as incident
    from known_referral r
    join survivor_case c on c.referral_id = r.id
    left join lateral (
      select u.template_code, n.ended_on
      from known_enrolment n left join known_run u on u.id = n.run_id
      where n.referral_id = r.id and n.started_on is not null
      order by n.started_on, n.id limit 1) e on true
    where r.started_on between ?1 and ?2 and r.person_id is not null
    """)
        .addScalar("person_id", UUID.class)
        .addScalar("started_on", LocalDate.class)
        .addScalar("template_code", String.class)
        .addScalar("contact_tier", Integer.class)
        .addScalar("incident", Boolean.class)
        .setParameter(1, period.first())
        .setParameter(2, period.last())
        .getResultStream()
        .map(row ->
            new Facts.Started(
                (UUID) row[0],
                (LocalDate) row[1],
                (String) row[2],
                (Integer) row[3],
                (Boolean) row[4]))
        .toList();
  }

  private List<Facts.Received> received(FigurePeriod period) {
    return rows("""
    select coalesce(
        (select min(a.attempted_at) from contact_attempt a where a.case_id = c.id)
        <= (select t.due_at from contact_task t where t.case_id = c.id
            order by t.raised_at, t.id limit 1), false),
      c.contact_tier,
      exists (select from dash_assessment d where d.case_id = c.id),
      exists (select from dash_assessment d where d.case_id = c.id
              and d.final_level in ('HIGH', 'VERY_HIGH')),
      exists (select from marac_referral m where m.case_id = c.id),
      (select count(*) from child k
       where k.case_id = c.id and k.removed_at is null and k.under_eighteen)
    from survivor_case c where c.received_at >= ?1 and c.received_at < ?2
    """)
        .setParameter(1, period.begin())
        .setParameter(2, period.end())
        .getResultStream()
        .map(row ->
            new Facts.Received(
                (Boolean) row[0],
                (Integer) row[1],
                (Boolean) row[2],
                (Boolean) row[3],
                (Boolean) row[4],
                ((Number) row[5]).intValue()))
        .toList();
  }

  private List<Boolean> askedAndSafer(FigurePeriod period) {
    return OneColumn.query(
            session,
            """
            select answer = 'YES' from (
              select distinct on (case_id) case_id, answer from safer_answer
              where asked_on between ?1 and ?2 order by case_id, asked_on desc, id desc) as last
            """,
            Boolean.class)
        .setParameter(1, period.first())
        .setParameter(2, period.last())
        .getResultList();
  }

  private NativeQuery<Object[]> rows(String sql) {
    return session.createNativeQuery(sql, Object[].class);
  }
}
