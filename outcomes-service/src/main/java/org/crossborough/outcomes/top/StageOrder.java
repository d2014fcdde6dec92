package org.crossborough.outcomes.top;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.pairing.Stage;

/**
 * V-TOP-11: one start for each treatment episode, and stages in their order. Records may arrive in
 * any order, so a new one is held against those before it and those after it.
 */
final class StageOrder {

  /** A stage and its day. */
  record Dated(Stage stage, LocalDate on) {}

  private StageOrder() {}

  /** What is wrong with a new record beside those that there are. */
  static List<Violation> violations(Dated added, Collection<Dated> existing) {
    return existing.stream().flatMap(known -> violation(added, known).stream()).distinct().toList();
  }

  private static List<Violation> violation(Dated added, Dated known) {
    if (added.stage() == known.stage()) {
      return added.stage() == Stage.START
          ? List.of(new Violation("stage", "SECOND_START", "there is a start already"))
          : List.of();
    }
    boolean inOrder =
        added.stage().compareTo(known.stage()) < 0 ? inOrder(added, known) : inOrder(known, added);
    return inOrder
        ? List.of()
        : List.of(
            new Violation(
                "interviewDate",
                "OUT_OF_ORDER_WITH_" + known.stage(),
                "does not fit with the stage and day of another record"));
  }

  /** An exit may share its day with what came before it; nothing else may. */
  private static boolean inOrder(Dated earlier, Dated later) {
    return later.stage() == Stage.EXIT
        ? !later.on().isBefore(earlier.on())
        : later.on().isAfter(earlier.on());
  }
}
