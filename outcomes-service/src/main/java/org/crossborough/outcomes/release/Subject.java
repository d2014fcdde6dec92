package org.crossborough.outcomes.release;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crossborough.outcomes.disclosure.Dimension;

/** Who is counted. */
enum Subject {
  /** Referrals received in the period, duplicates excluded. */
  REFERRALS(List.of()),
  /**
   * Men first seen in the period at an assessment or a session, each once, by how far they came.
   */
  MEN(List.of("NOT_STARTED", "STARTED_ONLY", "REACHED_THRESHOLD"));

  static final String OUTCOME = "outcome";
  static final String QUARTER = "quarter";
  static final Dimension QUARTERS = new Dimension(QUARTER, List.of("Q1", "Q2", "Q3", "Q4"));

  private final List<String> outcomes;

  Subject(List<String> outcomes) {
    this.outcomes = outcomes;
  }

  /** How far men can have come; none for referrals, which are only counted. */
  List<String> outcomes() {
    return outcomes;
  }

  /** Men counted together, from all down to those who came furthest. */
  enum Stage {
    WORKED_WITH(0),
    STARTED(1),
    REACHED(2);

    private final int from;

    Stage(int from) {
      this.from = from;
    }

    /** The outcomes of those who came at least this far. */
    SortedSet<String> outcomes() {
      return new TreeSet<>(MEN.outcomes.subList(from, MEN.outcomes.size()));
    }

    /** The stage that a set of outcomes makes. */
    static Stage of(Set<String> outcomes) {
      return values()[MEN.outcomes.size() - outcomes.size()];
    }
  }
}
