package org.crossborough.outcomes.pairing;

/**
 * The numbers of the TOPs that had been received by a moment, and which of them no longer counted
 * then, in SQL.
 */
public final class MeasuresThen {

  private static final String RELATIONS =
      """
      top_measure as (
        select m.* from top_measure m join top_record r on r.id = m.top_record_id
        where r.received_at <= :asOf
          and (cast(:reader as text) = '*' or m.person_id in (
            select person_id from participation where run_id in (select run_id from known_run)))),
      top_supersession as (select * from top_supersession where superseded_at <= :asOf)\
      """;

  private MeasuresThen() {}

  /**
   * Common table expressions under the names of the tables that they stand for, after those of what
   * was known of the pathway then.
   */
  public static String relations() {
    return RELATIONS;
  }
}
