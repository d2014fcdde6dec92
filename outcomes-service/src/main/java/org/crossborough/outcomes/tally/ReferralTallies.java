package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.outcomes.tally.Rows.Columns;
import org.crossborough.outcomes.tally.Rows.Row;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of screenings and referrals; the borough is the one that screened or referred.
 */
@ApplicationScoped
class ReferralTallies {

  // A screening that was not completed says nothing; see docs/outcomes-model.md on M-03.
  private static final String SCREENED =
      """
      select {group} as grp,
        count(*) filter (where result <> 'INCOMPLETE'),
        count(*) filter (where result like 'POSITIVE%'),
        count(*) filter (where result like 'POSITIVE%' and exists (
          select from participation p where p.screening_id = s.screening_id))
      from known_screening s where {which} group by 1
      """;

  // A duplicate is another referral's shadow, and counts nowhere.
  private static final String RECEIVED =
      """
      select {group} as grp,
        count(*),
        count(*) filter (where returned_incomplete),
        count(assessed_on),
        percentile_disc(0.5) within group (order by assessed_on - referred_on),
        percentile_disc(0.9) within group (order by assessed_on - referred_on)
      from participation p
      where referred_on is not null and referral_status <> 'DUPLICATE' and {which} group by 1
      """;

  private static final String DECIDED =
      """
      select {group} as grp,
        count(*),
        count(*) filter (where decision = 'ACCEPTED'),
        count(*) filter (where decision = 'ACCEPTED' and first_countable_on is not null),
        count(*) filter (where decision = 'ACCEPTED' and acceptance_basis = 'RECEIPT')
      from participation p
      where decision is not null and referral_status <> 'DUPLICATE' and {which} group by 1
      """;

  private static final String STARTED =
      """
      select {group} as grp,
        count(*),
        percentile_disc(0.5) within group (order by first_countable_on - referred_on),
        percentile_disc(0.9) within group (order by first_countable_on - referred_on),
        count(*) filter (where first_countable_on - referred_on <= 21)
      from participation p
      where first_countable_on is not null and referred_on is not null and {which} group by 1
      """;

  private final Rows rows;

  ReferralTallies(Rows rows) {
    this.rows = rows;
  }

  /** M-02 and M-03, by the day of the screening. */
  List<Tally> ofScreenings(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(SCREENED, new Columns("s.borough_code", "s.screened_on", "''", "''"), question, r -> r)
        .forEach(row -> {
          tallies.add(share(row, "M-02", null, 2, 1));
          tallies.add(share(row, "M-03", null, 3, 2));
        });
    return tallies;
  }

  /** M-01, M-04, M-05 and M-09, by the day of the referral. */
  List<Tally> ofReferrals(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(RECEIVED, by("referred_on"), question, r -> r)
        .forEach(row -> {
          tallies.add(new Tally("M-01", null, row.group(), new Figure.Count(row.number(1))));
          tallies.add(share(row, "M-04", null, 2, 1));
          tallies.add(share(row, "M-05", null, 3, 1));
          tallies.add(days(row, "M-09", "MEDIAN", 3, 4));
          tallies.add(days(row, "M-09", "P90", 3, 5));
        });
    return tallies;
  }

  /** M-06, M-07 and M-16, by the day of the decision. */
  List<Tally> ofDecisions(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(DECIDED, by("decided_on"), question, r -> r)
        .forEach(row -> {
          tallies.add(share(row, "M-06", null, 2, 1));
          tallies.add(share(row, "M-07", null, 3, 2));
          tallies.add(share(row, "M-16", null, 4, 2));
        });
    return tallies;
  }

  /** M-10, by the day of the first countable session. */
  List<Tally> ofWaits(Question question) {
    List<Tally> tallies = new ArrayList<>();
    rows.of(STARTED, by("first_countable_on"), question, r -> r)
        .forEach(row -> {
          tallies.add(days(row, "M-10", "MEDIAN", 1, 2));
          tallies.add(days(row, "M-10", "P90", 1, 3));
          tallies.add(share(row, "M-10", "WITHIN_21_DAYS", 4, 1));
        });
    return tallies;
  }

  private static Columns by(String day) {
    return new Columns("p.referring_borough_code", "p." + day, "p.referrer_type", "''");
  }

  private static Tally share(Row row, String metric, @Nullable String variant, int part, int of) {
    return new Tally(
        metric, variant, row.group(), new Figure.Share(row.number(part), row.number(of)));
  }

  private static Tally days(Row row, String metric, String variant, int people, int days) {
    return new Tally(
        metric,
        variant,
        row.group(),
        new Figure.Amount(row.number(people), Fraction.of(row.number(days), 1)));
  }
}
