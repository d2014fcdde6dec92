package org.crossborough.safety.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.crossborough.contracts.SafetyEvent.Cell;

/**
 * What was released before of the same year, and what may therefore still be. A figure of a year is
 * told beside those of its quarters only where all four are told, and otherwise only where none is:
 * a quarter that is hidden would be what is left of the year without the others.
 */
record ReleaseLedger(List<Map<String, Cell>> quarters) {

  private static final int QUARTERS = 4;

  static ReleaseLedger of(List<List<Cell>> releasedQuarters) {
    return new ReleaseLedger(
        releasedQuarters.stream()
            .map(
                cells -> cells.stream().collect(Collectors.toMap(ReleaseLedger::key, cell -> cell)))
            .toList());
  }

  /** London's figures of the year as they may be released. */
  List<Cell> year(List<Cell> london) {
    return london.stream().map(cell -> mayBeTold(cell) ? cell : Figures.hidden(cell)).toList();
  }

  /** The programmes' figures of the year, hidden where London's, to which they add up, is. */
  static List<Cell> programmes(List<Cell> programmes, List<Cell> london) {
    Set<String> told =
        london.stream()
            .filter(cell -> !cell.suppressed())
            .map(ReleaseLedger::key)
            .collect(Collectors.toSet());
    return programmes.stream()
        .map(cell ->
            told.contains(cell.metric() + "/" + Figures.ofLondon(cell.variant()))
                ? cell
                : Figures.hidden(cell))
        .toList();
  }

  private boolean mayBeTold(Cell cell) {
    long told =
        quarters.stream()
            .map(released -> released.get(key(cell)))
            .filter(released -> released != null && !released.suppressed())
            .count();
    return told == 0 || told == QUARTERS;
  }

  private static String key(Cell cell) {
    return cell.metric() + "/" + cell.variant();
  }
}
