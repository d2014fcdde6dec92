package org.crossborough.outcomes.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crossborough.outcomes.disclosure.Claim;
import org.crossborough.outcomes.disclosure.Dimension;
import org.crossborough.outcomes.disclosure.DisclosurePolicy;
import org.crossborough.outcomes.disclosure.Grid;
import org.crossborough.outcomes.disclosure.Group;
import org.crossborough.outcomes.disclosure.Product;
import org.crossborough.outcomes.disclosure.Split;
import org.crossborough.outcomes.release.Subject.Measure;

/**
 * A section of one period as the disclosure library knows it. All periods of a financial year are
 * one grid, so that a year beside its quarters is seen for what it gives away; a quarter that
 * nothing was ever said across is a grid of its own, which says the same and is attacked much
 * faster. Outcomes that no measure of the section tells apart are one here.
 *
 * @param alone whether the quarter is a grid of its own
 */
record Layout(Section section, ReportingPeriod period, boolean alone) {

  private static final String REST = "REST";

  /**
   * The layout of a section beside what was said of the same subject before.
   *
   * @param said as the ledger has it
   */
  static Layout of(Section section, ReportingPeriod period, List<Claim> said) {
    boolean alone =
        !period.isYear()
            && said.stream()
                .map(claim -> claim.group().where().get(Subject.QUARTER))
                .allMatch(quarters -> quarters != null && quarters.size() == 1);
    return new Layout(section, period, alone);
  }

  /** The days whose people are counted. */
  ReportingPeriod counted() {
    return alone ? period : period.wholeYear();
  }

  /** The finest split. */
  Grid grid() {
    List<Dimension> dimensions = new ArrayList<>();
    if (isSplit()) {
      dimensions.add(section.breakdown().asDimension());
    }
    if (!alone) {
      dimensions.add(Subject.QUARTERS);
    }
    if (kinds().size() > 1) {
      dimensions.add(new Dimension(Subject.OUTCOME, List.copyOf(kinds().keySet())));
    }
    return new Grid(section.id(), dimensions);
  }

  /** The table that is shown. */
  Product product(DisclosurePolicy policy) {
    List<Split> splits = new ArrayList<>();
    if (isSplit()) {
      splits.add(Split.each(section.breakdown().asDimension()));
    }
    if (!alone && !period.isYear()) {
      splits.add(new Split(Subject.QUARTER, Map.of(quarter(), new TreeSet<>(Set.of(quarter())))));
    }
    if (kinds().size() > 1) {
      Map<String, SortedSet<String>> bands = new LinkedHashMap<>();
      words().forEach(word -> bands.put(word, kindsOf(word)));
      splits.add(new Split(Subject.OUTCOME, bands));
    }
    return new Product(
        section.id(), grid(), List.of(new Product.Table(section.id(), splits)), policy);
  }

  /** The finest group of somebody who was counted. */
  Group atom(String line, String quarter, String outcome) {
    Map<String, String> where = new TreeMap<>();
    if (isSplit()) {
      where.put(section.breakdown().dimension(), section.breakdown().lineOf(line));
    }
    if (!alone) {
      where.put(Subject.QUARTER, quarter);
    }
    if (kinds().size() > 1) {
      where.put(
          Subject.OUTCOME,
          kinds().entrySet().stream()
              .filter(kind -> kind.getValue().contains(outcome))
              .findFirst()
              .orElseThrow()
              .getKey());
    }
    return Group.of(where);
  }

  /** The kinds of people that a word is true of; empty when nobody is told apart. */
  SortedSet<String> kindsOf(String word) {
    SortedMap<String, SortedSet<String>> kinds = kinds();
    SortedSet<String> those = section.subject().those(word);
    return kinds.size() == 1
        ? new TreeSet<>()
        : kinds.entrySet().stream()
            .filter(kind -> those.containsAll(kind.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A claim as the ledger has it: of the year's people, by the subject's own outcomes. */
  Claim forLedger(Claim claim) {
    SortedMap<String, SortedSet<String>> where = new TreeMap<>(claim.group().where());
    if (alone) {
      where.put(Subject.QUARTER, new TreeSet<>(Set.of(quarter())));
    }
    SortedSet<String> told = where.remove(Subject.OUTCOME);
    if (told != null) {
      SortedSet<String> outcomes = new TreeSet<>();
      kinds()
          .forEach((kind, those) -> {
            if (told.contains(kind)) {
              outcomes.addAll(those);
            }
          });
      if (outcomes.size() < section.subject().outcomes().size()) {
        where.put(Subject.OUTCOME, outcomes);
      }
    }
    return new Claim(new Group(where), claim.low(), claim.high());
  }

  /** A claim of the ledger in the terms of this grid; nothing when it cannot be told in them. */
  Optional<Claim> fromLedger(Claim claim) {
    SortedMap<String, SortedSet<String>> where = new TreeMap<>(claim.group().where());
    if (alone && !new TreeSet<>(Set.of(quarter())).equals(where.remove(Subject.QUARTER))) {
      return Optional.empty();
    }
    SortedSet<String> outcomes = where.remove(Subject.OUTCOME);
    if (outcomes == null && kinds().size() > 1) {
      // As the table names them: a number that moved is found by its group.
      where.put(Subject.OUTCOME, kindsOf(Measure.EVERYBODY));
    } else if (outcomes != null) {
      SortedSet<String> told = new TreeSet<>();
      SortedSet<String> covered = new TreeSet<>();
      kinds()
          .forEach((kind, those) -> {
            if (outcomes.containsAll(those)) {
              told.add(kind);
              covered.addAll(those);
            }
          });
      if (!covered.equals(outcomes)) {
        return Optional.empty();
      }
      where.put(Subject.OUTCOME, told);
    }
    Set<String> known =
        grid().dimensions().stream().map(Dimension::name).collect(Collectors.toSet());
    return known.containsAll(where.keySet())
        ? Optional.of(new Claim(new Group(where), claim.low(), claim.high()))
        : Optional.empty();
  }

  /** The outcomes that some measure tells apart, each with the subject's outcomes it stands for. */
  private SortedMap<String, SortedSet<String>> kinds() {
    SortedMap<String, SortedSet<String>> kinds = new TreeMap<>();
    for (String outcome : section.subject().outcomes()) {
      String kind =
          words().stream()
              .filter(word -> !word.equals(Measure.EVERYBODY))
              .filter(word -> section.subject().those(word).contains(outcome))
              .collect(Collectors.joining("/"));
      kinds.computeIfAbsent(kind.isEmpty() ? REST : kind, _ -> new TreeSet<>()).add(outcome);
    }
    return kinds;
  }

  /** The words of the measures, the widest first. */
  private List<String> words() {
    return section.measures().stream()
        .<String>mapMulti((measure, words) -> {
          if (measure.whole() != null) {
            words.accept(measure.whole());
          }
          words.accept(measure.part());
        })
        .distinct()
        .toList();
  }

  private boolean isSplit() {
    return section.breakdown() != Breakdown.TOTAL;
  }

  private String quarter() {
    return "Q" + period.quarter();
  }
}
