package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.outcomes.tally.Rows.Columns;

/** What is counted of places on runs; the borough is that of the run, the day its first. */
@ApplicationScoped
class RunTallies {

  private static final Columns RUN =
      new Columns("r.borough_code", "r.starts_on", "p.referrer_type", "r.template_code");

  // A man on several runs counts once, with all his minutes, against the highest of his minimums.
  private static final String MEN =
      """
      select grp,
        count(*) filter (where contacted),
        count(*) filter (where started),
        count(*) filter (where started and minutes >= minimum),
        coalesce(sum(minutes), 0),
        min(minimum) filter (where started),
        max(minimum) filter (where started),
        count(*) filter (where started and ended),
        count(*) filter (where minutes > 0)
      from (
        select {group} as grp,
          bool_or(p.assessed_on is not null or p.attended_sessions > 0) as contacted,
          bool_or(p.first_countable_on is not null) as started,
          coalesce(sum(p.countable_minutes) filter (where p.first_countable_on is not null), 0)
            as minutes,
          max(r.minimum_countable_minutes) filter (where p.first_countable_on is not null)
            as minimum,
          bool_and(p.ended_on is not null) filter (where p.first_countable_on is not null) as ended
        from participation p join known_run r on r.run_id = p.run_id
        where {which}
        group by 1, coalesce(p.person_id, p.referral_id)) man
      group by grp
      """;

  private static final String PLACES =
      """
      select {group} as grp,
        count(*) filter (where p.first_countable_on is not null
          and (p.outcome in ('EXITED', 'COMPLETED') or coalesce(r.finished_on, r.ends_on) < :today)),
        count(*) filter (where p.first_countable_on is not null and p.outcome = 'COMPLETED'),
        count(*) filter (where p.scheduled_sessions > 0),
        coalesce(sum(p.attended_sessions), 0),
        coalesce(sum(p.scheduled_sessions), 0)
      from participation p join known_run r on r.run_id = p.run_id
      where {which} group by 1
      """;

  private static final String EXITS =
      """
      select {group} as grp, p.exit_reason, count(*),
        sum(count(*)) over (partition by {group})
      from participation p join known_run r on r.run_id = p.run_id
      where p.outcome = 'EXITED' and {which} group by 1, 2 order by 1, 2
      """;

  private final Rows rows;

  RunTallies(Rows rows) {
    this.rows = rows;
  }

  /** M-08, M-11 and M-12. */
  List<Tally> ofMen(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(MEN, RUN, question, r -> r)
        .forEach(row -> {
          String group = row.group();
          tallies.add(
              new Tally("M-08", null, group, new Figure.Share(row.number(2), row.number(1))));
          tallies.add(
              new Tally(
                  "M-11",
                  null,
                  group,
                  new Figure.Amount(row.number(8), Fraction.of(row.number(4), 60))));
          tallies.add(
              new Tally("M-12", null, group, new Figure.Share(row.number(3), row.number(2))));
        });
    return tallies;
  }

  /** M-13 and M-14. */
  List<Tally> ofPlaces(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(PLACES, RUN, question, r -> r)
        .forEach(row -> {
          String group = row.group();
          tallies.add(
              new Tally("M-13", null, group, new Figure.Share(row.number(2), row.number(1))));
          tallies.add(
              new Tally(
                  "M-14",
                  null,
                  group,
                  new Figure.SumRatio(row.number(3), row.number(4), row.number(5))));
        });
    return tallies;
  }

  /** M-15, by the day of the exit: one figure for each reason that was given. */
  List<Tally> ofExits(Question question) {
    Columns exits = new Columns(RUN.borough(), "p.ended_on", RUN.source(), RUN.programme());
    return rows.of(
        EXITS,
        exits,
        question,
        row ->
            new Tally(
                "M-15", row.text(1), row.group(), new Figure.Share(row.number(2), row.number(3))));
  }

  /** The least and the highest minimum of the runs on which men started; empty without any. */
  List<Long> thresholds(Question question) {
    return rows.of(MEN, RUN, question, row -> List.of(row.number(5), row.number(6))).stream()
        .flatMap(List::stream)
        .filter(minutes -> minutes > 0)
        .distinct()
        .toList();
  }
}
