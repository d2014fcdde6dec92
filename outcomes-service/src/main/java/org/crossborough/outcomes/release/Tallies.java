package org.crossborough.outcomes.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.disclosure.Counts;
import org.crossborough.outcomes.disclosure.Group;
import org.hibernate.Session;

/** Counts people for a section: one grouping statement each, whatever their number. */
@ApplicationScoped
class Tallies {

  /** Which quarter of the financial year a day is in. */
  private static final String QUARTER =
      "'Q' || (mod((cast(extract(month from %s) as int) + 8) / 3, 4) + 1)";

  private static final String REFERRALS =
      """
      select {line} as line, {quarter} as quarter, '' as outcome, count(*) as people
      from participation
      where referral_status is distinct from 'DUPLICATE' and referred_on between :from and :to
        and :area in ('*', referring_borough_code)
      group by 1, 2
      """
          .replace("{quarter}", QUARTER.formatted("referred_on"));

  /**
   * A man with several places is counted once, where and when he was first seen, with the minutes
   * of all. He reached the threshold when they come to the highest minimum of the runs he started.
   */
  private static final String MEN =
      """
      with place as (
        select coalesce(person_id, referral_id) as person, referral_id, borough_code, template_code,
               least(assessed_on, first_countable_on) as seen_on, first_countable_on,
               countable_minutes, minimum_countable_minutes
        from participation join known_run using (run_id)
        where :area in ('*', borough_code) and least(assessed_on, first_countable_on) is not null
      ), man as (
        select min(seen_on) as seen_on,
               (array_agg(borough_code order by seen_on, referral_id))[1] as borough_code,
               (array_agg(template_code order by seen_on, referral_id))[1] as template_code,
               sum(countable_minutes) filter (where first_countable_on is not null) as minutes,
               max(minimum_countable_minutes)
                 filter (where first_countable_on is not null) as threshold
        from place group by person
      )
      select {line} as line, {quarter} as quarter,
             case when threshold is null then 'NOT_STARTED'
                  when minutes >= threshold then 'REACHED_THRESHOLD'
                  else 'STARTED_ONLY' end as outcome,
             count(*) as people
      from man
      where seen_on between :from and :to
      group by 1, 2, 3
      """
          .replace("{quarter}", QUARTER.formatted("seen_on"));

  private final Session session;

  Tallies(Session session) {
    this.session = session;
  }

  /**
   * The counts of a financial year.
   *
   * @param borough whose people are counted, or everybody with {@link Caller#EVERY_BOROUGH}
   */
  Counts of(Section section, ReportingPeriod year, String borough) {
    String sql = section.subject() == Subject.REFERRALS ? REFERRALS : MEN;
    Map<Group, Long> people = new HashMap<>();
    List<Object[]> rows =
        session
            .createNativeQuery(sql.replace("{line}", column(section)), Object[].class)
            .addScalar("line", String.class)
            .addScalar("quarter", String.class)
            .addScalar("outcome", String.class)
            .addScalar("people", Long.class)
            .setParameter("from", year.from())
            .setParameter("to", year.to())
            .setParameter("area", borough)
            .list();
    for (Object[] row : rows) {
      people.merge(atom(section, row), (Long) row[3], Long::sum);
    }
    return Counts.of(section.grid(), people);
  }

  private static String column(Section section) {
    return switch (section.breakdown()) {
      case TOTAL -> "''";
      case BOROUGH ->
          section.subject() == Subject.REFERRALS ? "referring_borough_code" : "borough_code";
      case PROGRAMME -> "template_code";
      case SOURCE -> "coalesce(referrer_type, '')";
    };
  }

  private static Group atom(Section section, Object[] row) {
    Map<String, String> where = new HashMap<>();
    if (section.breakdown() != Breakdown.TOTAL) {
      where.put(section.breakdown().dimension(), section.breakdown().lineOf((String) row[0]));
    }
    where.put(Subject.QUARTER, (String) row[1]);
    if (!section.subject().outcomes().isEmpty()) {
      where.put(Subject.OUTCOME, (String) row[2]);
    }
    return Group.of(where);
  }
}
