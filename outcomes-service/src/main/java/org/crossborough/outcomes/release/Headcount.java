package org.crossborough.outcomes.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.crossborough.chassis.identity.Caller;
import org.crossborough.outcomes.disclosure.Counts;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.pairing.Pairs;
import org.hibernate.Session;

/** Counts people for a section: one grouping statement each, whatever their number. */
@ApplicationScoped
class Headcount {

  private static final String SCREENINGS =
      """
      select '' as source, '' as template_code, s.borough_code, s.screened_on as on_day,
        case when s.result not like 'POSITIVE%' then 'NEGATIVE'
             when exists (select from participation p where p.screening_id = s.screening_id)
               then 'POSITIVE/REFERRED'
             else 'POSITIVE/NOT_REFERRED' end as outcome
      from known_screening s where s.result <> 'INCOMPLETE'
      """;

  private static final String REFERRALS =
      """
      select referrer_type as source, '' as template_code,
        referring_borough_code as borough_code, referred_on as on_day,
        case when returned_incomplete then 'RETURNED' else 'NOT_RETURNED' end || '/'
          || case when assessed_on is null then 'NOT_ASSESSED' else 'ASSESSED' end as outcome
      from participation where referral_status is distinct from 'DUPLICATE'
      """;

  private static final String DECISIONS =
      """
      select referrer_type as source, '' as template_code,
        referring_borough_code as borough_code, decided_on as on_day,
        case when decision = 'DECLINED' then 'DECLINED' else 'ACCEPTED/'
          || case when acceptance_basis = 'RECEIPT' then 'DETAILS' else 'NO_DETAILS' end || '/'
          || case when first_countable_on is null then 'NOT_STARTED' else 'STARTED' end
          end as outcome
      from participation
      where decision is not null and referral_status is distinct from 'DUPLICATE'
      """;

  private static final String STARTS =
      """
      select referrer_type as source, '' as template_code,
        referring_borough_code as borough_code, first_countable_on as on_day,
        case when first_countable_on - referred_on <= 21 then 'WITHIN_21_DAYS' else 'LATER' end
          as outcome
      from participation where referred_on is not null
      """;

  /**
   * A man with several places is counted once, where and when he was first seen, with the minutes
   * of all. He reached the threshold when they come to the highest minimum of the runs he started.
   */
  private static final String MAN =
      """
      with place as (
        select coalesce(person_id, referral_id) as person, referral_id, borough_code, template_code,
               least(assessed_on, first_countable_on) as seen_on, first_countable_on,
               countable_minutes, minimum_countable_minutes, ended_on, ends_on
        from participation join known_run using (run_id)
        where :area in ('*', borough_code) and least(assessed_on, first_countable_on) is not null
      ), man as materialized (
        select '' as grp, person as person_id, min(seen_on) as seen_on,
               (array_agg(borough_code order by seen_on, referral_id))[1] as borough_code,
               (array_agg(template_code order by seen_on, referral_id))[1] as template_code,
               sum(countable_minutes) filter (where first_countable_on is not null) as minutes,
               max(minimum_countable_minutes)
                 filter (where first_countable_on is not null) as threshold,
               min(first_countable_on) as first_on,
               max(coalesce(ended_on, ends_on))
                 filter (where first_countable_on is not null) as last_on,
               bool_and(ended_on is not null)
                 filter (where first_countable_on is not null) as ended
        from place group by person having min(seen_on) between :from and :to
      ), {pairs}
      """;

  private static final String MEN =
      """
      select '' as source, m.template_code, m.borough_code, m.seen_on as on_day,
        case when m.threshold is null then 'NOT_STARTED' else 'STARTED/'
          || case when m.minutes >= m.threshold then 'REACHED' else 'BELOW' end || '/'
          || case when b.man is null then 'NO_ENTRY_TOP' else 'ENTRY_TOP' end || '/'
          || case when not m.ended then 'CURRENT' when a.man is null then 'ENDED/NO_EXIT_TOP'
                  else 'ENDED/EXIT_TOP' end
          end as outcome
      from man m left join start b on b.man = m.person_id
        left join any_later a on a.man = m.person_id
      """;

  private static final String USES =
      """
      select n.substance as source, '' as template_code, m.borough_code, m.seen_on as on_day,
        case when n.later = 0 then 'STOPPED' else 'NOT_STOPPED' end as outcome
      from man m join start b on b.man = m.person_id join later a on a.man = m.person_id
        cross join lateral (values {substances}) as n (substance, before, later)
      where n.before > 0 and n.later is not null
      """;

  // A place whose run is over has ended, even when nobody has said so.
  private static final String ENDINGS =
      """
      select '' as source, r.template_code, r.borough_code,
        coalesce(p.ended_on, r.finished_on, r.ends_on) as on_day,
        case when p.outcome = 'COMPLETED' then 'COMPLETED' else 'NOT_COMPLETED' end as outcome
      from participation p join known_run r on r.run_id = p.run_id
      where p.first_countable_on is not null
      """;

  private static final String EXITS =
      """
      select '' as source, r.template_code, r.borough_code, p.ended_on as on_day,
        case when p.exit_reason in ({reasons}) then p.exit_reason else 'OTHER' end as outcome
      from participation p join known_run r on r.run_id = p.run_id where p.outcome = 'EXITED'
      """;

  private static final String COUNTED =
      """
      {with}
      select {line} as line,
        'Q' || (mod((cast(extract(month from on_day) as int) + 8) / 3, 4) + 1) as quarter,
        outcome, count(*) as people
      from ({counted}) one
      where on_day between :from and :to and :area in ('*', borough_code)
      group by 1, 2, 3
      """;

  private final Session session;
  private final Pairs pairs;

  Headcount(Session session, Pairs pairs) {
    this.session = session;
    this.pairs = pairs;
  }

  /**
   * The counts that a layout is made of.
   *
   * @param borough whose people are counted, or everybody with {@link Caller#EVERY_BOROUGH}
   */
  Counts of(Layout layout, String borough) {
    Section section = layout.section();
    String sql =
        COUNTED
            .replace("{line}", column(section.breakdown()))
            .replace("{counted}", counted(section.subject()))
            .replace("{with}", with(section.subject()));
    ReportingPeriod days = layout.counted();
    Map<Group, Long> people = new HashMap<>();
    session
        .createNativeQuery(sql, Object[].class)
        .addScalar("line", String.class)
        .addScalar("quarter", String.class)
        .addScalar("outcome", String.class)
        .addScalar("people", Long.class)
        .setParameter("from", days.from())
        .setParameter("to", days.to())
        .setParameter("area", borough)
        .list()
        .forEach(row ->
            people.merge(
                layout.atom((String) row[0], (String) row[1], (String) row[2]),
                (Long) row[3],
                Long::sum));
    return Counts.of(layout.grid(), people);
  }

  private String with(Subject subject) {
    return switch (subject) {
      case MEN, USES -> MAN.replace("{pairs}", pairs.sql());
      case SCREENINGS, REFERRALS, DECISIONS, STARTS, ENDINGS, EXITS -> "";
    };
  }

  private static String counted(Subject subject) {
    return switch (subject) {
      case SCREENINGS -> SCREENINGS;
      case REFERRALS -> REFERRALS;
      case DECISIONS -> DECISIONS;
      case STARTS -> STARTS;
      case MEN -> MEN;
      case ENDINGS -> ENDINGS;
      case EXITS -> EXITS.replace("{reasons}", quoted(subject.outcomes()));
      case USES -> USES.replace("{substances}", substances());
    };
  }

  private static String column(Breakdown breakdown) {
    return switch (breakdown) {
      case TOTAL -> "''";
      case BOROUGH -> "borough_code";
      case PROGRAMME -> "template_code";
      case SOURCE, SUBSTANCE -> "coalesce(source, '')";
    };
  }

  private static String substances() {
    return Breakdown.SUBSTANCE.lines().stream()
        .map(it -> "('%1$s', b.%2$s, a.%2$s)".formatted(it, it.toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private static String quoted(List<String> codes) {
    return codes.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
  }
}
