package org.crossborough.outcomes.pairing;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which two TOPs of a man make a pair around his programme, in SQL, so that a million men need no
 * more memory than one. The rule, in words: docs/outcomes-model.md.
 */
@ApplicationScoped
public class Pairs {

  // Of several for one day: that of the organisation which coordinates his care, one within the
  // window of its treatment stage, the fullest, the first received (ids grow with time).
  private static final String PREFERENCE =
      """
      t.care_coordinator desc, coalesce(t.in_window, false) desc,
      num_nonnulls(t.alcohol, t.opiates, t.crack, t.cocaine, t.amphetamines, t.cannabis, t.other,
                   t.quality_of_life, t.psychological_health, t.physical_health) desc,
      t.top_record_id\
      """;

  private static final String STANDS =
      "not exists (select from top_supersession s where s.top_record_id = t.top_record_id)";

  private static final String SQL =
      """
      start as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join top_measure t on t.person_id = m.person_id
        where t.stage in ('START', 'REVIEW') and {stands}
          and t.interviewed_on between m.first_on - {startBefore} and m.first_on + {startAfter}
        order by m.grp, m.person_id, t.interviewed_on desc, {preference}),
      later as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join start b on b.grp = m.grp and b.man = m.person_id
          join top_measure t on t.person_id = m.person_id
        where t.stage in ('REVIEW', 'EXIT', 'POST_TREATMENT_EXIT') and {stands}
          and t.interviewed_on between m.last_on - {laterBefore} and m.last_on + {laterAfter}
          and t.interviewed_on > b.interviewed_on
        order by m.grp, m.person_id, t.interviewed_on, {preference}),
      any_later as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join top_measure t on t.person_id = m.person_id
        where t.stage in ('REVIEW', 'EXIT', 'POST_TREATMENT_EXIT') and {stands}
          and t.interviewed_on between m.last_on - {laterBefore} and m.last_on + {laterAfter}
        order by m.grp, m.person_id, t.interviewed_on, {preference})\
      """;

  // Both within the window of their stage, and of one treatment: a record that does not say when
  // treatment began is of none. Of several reviews the one nearest to six months.
  private static final String SQL_OF_TREATMENT =
      """
      start as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join top_measure t on t.person_id = m.person_id
        where t.stage = 'START' and t.in_window and {stands}
          and t.treatment_started_on <= m.last_on
        order by m.grp, m.person_id, t.treatment_started_on desc, t.interviewed_on desc,
          {preference}),
      later as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join start b on b.grp = m.grp and b.man = m.person_id
          join top_measure t on t.person_id = m.person_id
        where t.stage = 'REVIEW' and t.in_window and {stands}
          and t.treatment_started_on = b.treatment_started_on
        order by m.grp, m.person_id, t.interviewed_on desc, {preference}),
      any_later as (
        select distinct on (m.grp, m.person_id) m.grp, m.person_id as man, t.*
        from man m join top_measure t on t.person_id = m.person_id
        where t.stage = 'REVIEW' and t.in_window and {stands}
          and t.treatment_started_on <= m.last_on
        order by m.grp, m.person_id, t.treatment_started_on desc, t.interviewed_on desc,
          {preference})\
      """;

  private final String sql;
  private final String sqlOfTreatment;

  Pairs(PairingConfig config) {
    this.sql =
        SQL.replace("{stands}", STANDS)
            .replace("{preference}", PREFERENCE)
            .replace("{startBefore}", Integer.toString(config.startDaysBefore()))
            .replace("{startAfter}", Integer.toString(config.startDaysAfter()))
            .replace("{laterBefore}", Integer.toString(config.laterDaysBefore()))
            .replace("{laterAfter}", Integer.toString(config.laterDaysAfter()));
    this.sqlOfTreatment =
        SQL_OF_TREATMENT.replace("{stands}", STANDS).replace("{preference}", PREFERENCE);
  }

  /**
   * Common table expressions {@code start}, {@code later} and {@code any_later}, one row at most
   * for each man of a table {@code man (grp, person_id, first_on, last_on)}: the latest record
   * around his first day, the earliest after it around his last, and the earliest around his last
   * whether there is one of his first or not. A record that was superseded is none of them.
   */
  public String sql() {
    return sql;
  }

  /**
   * The same around something: of his treatment {@code start} is the record at the start of the
   * latest that began by the end of his programme, {@code later} the last review of that treatment
   * within its window, and {@code any_later} the last review of any.
   */
  public String sql(PairAnchor anchor) {
    return switch (anchor) {
      case PROGRAMME -> sql;
      case TREATMENT -> sqlOfTreatment;
    };
  }
}
