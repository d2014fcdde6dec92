package org.crossborough.outcomes.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * The exact figures of the catalogue, counted by the database under the row-level security of the
 * running transaction. Nothing is withheld here: what leaves goes through a disclosure policy.
 */
@ApplicationScoped
public class Tallies {

  private final ReferralTallies referrals;
  private final RunTallies runs;
  private final PairTallies pairs;

  Tallies(ReferralTallies referrals, RunTallies runs, PairTallies pairs) {
    this.referrals = referrals;
    this.runs = runs;
    this.pairs = pairs;
  }

  /**
   * The figures of one metric by a method: one for each group and variant that has anything to
   * count.
   *
   * @throws IllegalArgumentException when no metric of this id is computed here
   */
  public List<Tally> of(String metric, Method method, Question question) {
    return family(metric, method, question).stream()
        .filter(tally -> tally.metric().equals(metric))
        .toList();
  }

  /** The figures of every metric by its first method, with one reading of what they share. */
  public List<Tally> all(Question question) {
    return Stream.of(
            referrals.ofScreenings(question),
            referrals.ofReferrals(question),
            referrals.ofDecisions(question),
            referrals.ofWaits(question),
            runs.ofMen(question),
            runs.ofPlaces(question),
            runs.ofExits(question),
            pairs.ofCompliance(question),
            pairs.ofChanges(question))
        .flatMap(List::stream)
        .toList();
  }

  private List<Tally> family(String metric, Method method, Question question) {
    return switch (metric) {
      case "M-02", "M-03" -> referrals.ofScreenings(question);
      case "M-01", "M-04", "M-05", "M-09" -> referrals.ofReferrals(question);
      case "M-06", "M-07", "M-16" -> referrals.ofDecisions(question);
      case "M-10" -> referrals.ofWaits(question);
      case "M-08", "M-11", "M-12" -> runs.ofMen(question);
      case "M-13", "M-14" -> runs.ofPlaces(question);
      case "M-15" -> runs.ofExits(question);
      case "M-20" -> pairs.ofCompliance(question);
      case "M-21" -> pairs.ofUse(question, method);
      case "M-22" -> pairs.ofQualityOfLife(question, method);
      case "M-23", "M-24" -> pairs.ofChanges(question);
      default -> throw new IllegalArgumentException("Not counted here: " + metric);
    };
  }

  /** The minimum minutes of the runs on which men started, when they share one. */
  public List<Long> thresholds(Question question) {
    return runs.thresholds(question);
  }
}
