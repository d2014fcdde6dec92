package org.crossborough.outcomes.pathway;

/**
 * What was known of runs, screenings and referrals at a moment, in SQL: the same statements that
 * make the rows of now, over the facts that had been told by then. The time that counts is when a
 * thing was said to have happened, not when this service heard of it, so that a rebuild gives the
 * same.
 *
 * <p>No borough's transaction sees facts, so these are for one that sees every borough, and take
 * the place of row-level security: what a reader may not see is left out by the conditions of the
 * policies, as of the same moment.
 */
public final class KnownThen {

  private static final String RELATIONS =
      """
      fact as (select * from fact where told_at <= :asOf),
      attendance as ({attendance}),
      known_run as (
        select run.* from ({runs}) run where cast(:reader as text) in ('*', run.borough_code)),
      known_screening as (
        select screening.* from ({screenings}) screening
        where cast(:reader as text) in ('*', screening.borough_code)),
      participation as (
        select place.* from ({participations}) place
        where cast(:reader as text) in ('*', place.referring_borough_code)
          or place.run_id in (select run_id from known_run))\
      """
          .replace("{attendance}", Attendances.then())
          .replace("{runs}", KnownRuns.told())
          .replace("{screenings}", KnownScreenings.told())
          .replace("{participations}", Participations.told());

  private KnownThen() {}

  /**
   * Common table expressions under the names of the tables that they stand for, to be followed by
   * others, with the parameters {@code :asOf} and {@code :reader}: a borough's code, or {@code *}.
   */
  public static String relations() {
    return RELATIONS;
  }
}
