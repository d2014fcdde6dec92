package org.crossborough.safety.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.crossborough.contracts.SafetyEvent.Cell;
import org.crossborough.safety.aggregate.Facts.Received;
import org.crossborough.safety.aggregate.Facts.Started;

/**
 * The figures of a period, under {@link LowCountPolicy}. Those of men who started:
 *
 * <ul>
 *   <li>M-18 {@code TIER_n}: of the men, one each, for how many somebody was reached that far;
 *   <li>M-18 {@code PERSONS_TIER_n}: of the people at risk from them, how many were;
 *   <li>M-25: of those in contact, how many told of a new incident while he was on the programme.
 * </ul>
 *
 * Those of people whose details were received: M-17, whether the first attempt was on time; M-19,
 * of those reached, how many were assessed, found at high risk, referred to the conference; M-27,
 * their children. And M-26: of those asked in the period, how many feel safer.
 */
final class Figures {

  private static final int REACHED = 2;
  private static final int HIGHEST_TIER = 4;

  private Figures() {}

  /** London's figures, in an order that never changes. */
  static List<Cell> london(Facts facts) {
    List<Cell> cells = new ArrayList<>(ofStarted(facts.started()));
    List<Received> received = facts.received();
    List<Received> reached = received.stream().filter(one -> one.tier() >= REACHED).toList();
    cells.add(share("M-17", "ON_TIME", received, Received::onTime));
    cells.add(share("M-19", "ASSESSED", reached, Received::assessed));
    cells.add(share("M-19", "HIGH_RISK", reached, Received::highRisk));
    cells.add(share("M-19", "MARAC", reached, Received::marac));
    cells.add(share("M-26", "FEELS_SAFER", facts.askedAndSafer(), safer -> safer));
    cells.add(children(received));
    return List.copyOf(cells);
  }

  /**
   * The figures of men who started, by the programme they started on. Of one figure either every
   * programme is told or none: what is hidden of one could be taken from London's and the others'.
   */
  static List<Cell> byProgramme(Facts facts) {
    Map<String, List<Started>> parts = new TreeMap<>();
    for (Started one : byOnlyProgramme(facts.started())) {
      parts
          .computeIfAbsent(one.programme() == null ? "" : one.programme(), _ -> new ArrayList<>())
          .add(one);
    }
    Map<String, List<Cell>> byFigure = new LinkedHashMap<>();
    parts.forEach((programme, part) ->
        ofStarted(part)
            .forEach(cell ->
                byFigure
                    .computeIfAbsent(cell.metric() + cell.variant(), _ -> new ArrayList<>())
                    .add(named(cell, programme))));
    return byFigure.values().stream()
        .flatMap(cells ->
            cells.stream().anyMatch(Cell::suppressed)
                ? cells.stream().map(Figures::hidden)
                : cells.stream())
        // Men of whom no programme is known are no programme, but they are a part that may hide.
        .filter(cell -> !cell.variant().endsWith(":"))
        .toList();
  }

  /** The same figure, hidden. */
  static Cell hidden(Cell cell) {
    return new Cell(cell.metric(), cell.variant(), null, null, true);
  }

  /** London's figure that a programme's is a part of. */
  static String ofLondon(String variant) {
    int colon = variant.indexOf(':');
    return colon < 0 ? variant : variant.substring(0, colon);
  }

  private static Cell named(Cell cell, String programme) {
    return new Cell(
        cell.metric(),
        cell.variant() + ":" + programme,
        cell.numerator(),
        cell.denominator(),
        cell.suppressed());
  }

  private static List<Cell> ofStarted(List<Started> started) {
    Map<UUID, Integer> best = new LinkedHashMap<>();
    started.forEach(one -> best.merge(one.man(), one.tier(), Math::max));
    List<Integer> men = List.copyOf(best.values());
    List<Cell> cells = new ArrayList<>();
    List<Cell> persons = new ArrayList<>();
    for (int tier = REACHED; tier <= HIGHEST_TIER; tier++) {
      int least = tier;
      Cell ofMen = share("M-18", "TIER_" + tier, men, one -> one >= least);
      Cell ofPersons = share("M-18", "PERSONS_TIER_" + tier, started, one -> one.tier() >= least);
      cells.add(ofMen);
      // Most men have one person at risk: the one number would all but tell the other.
      persons.add(ofMen.suppressed() ? hidden(ofPersons) : ofPersons);
    }
    cells.addAll(persons);
    List<Started> inContact = started.stream().filter(one -> one.tier() >= REACHED).toList();
    cells.add(share("M-25", "NEW_INCIDENT", inContact, Started::newIncident));
    return cells;
  }

  /** Each man on the programme he started on first, so that programmes add up to London. */
  private static List<Started> byOnlyProgramme(List<Started> started) {
    Map<UUID, Started> first = new LinkedHashMap<>();
    started.stream()
        .sorted(Comparator.comparing(Started::startedOn))
        .forEach(one -> first.putIfAbsent(one.man(), one));
    return started.stream()
        .map(one ->
            new Started(
                one.man(),
                one.startedOn(),
                first.getOrDefault(one.man(), one).programme(),
                one.tier(),
                one.newIncident()))
        .toList();
  }

  private static Cell children(List<Received> received) {
    List<Received> mothers = received.stream().filter(one -> one.children() > 0).toList();
    return LowCountPolicy.count(
        "M-27",
        "UNDER_EIGHTEEN",
        mothers.stream().mapToInt(Received::children).sum(),
        mothers.size());
  }

  private static <T> Cell share(
      String metric, String variant, List<T> people, Predicate<T> counted) {
    int numerator = Math.toIntExact(people.stream().filter(counted).count());
    return LowCountPolicy.cell(metric, variant, numerator, people.size());
  }
}
