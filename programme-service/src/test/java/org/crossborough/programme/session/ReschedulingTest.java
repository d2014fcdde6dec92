package org.crossborough.programme.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.crossborough.programme.session.Rescheduling.Slot;
import org.junit.jupiter.api.Test;

class ReschedulingTest {

  private static final BankHolidays HOLIDAYS = new BankHolidays();
  private static final LocalDateTime FIRST = LocalDateTime.of(2025, 3, 3, 18, 0);

  /**
   * Something done to a timetable.
   *
   * @param what 0 moves, 1 cancels, 2 holds the first that is to come, 3 cancels and adds at the
   *     end
   */
  record Step(int what, int which, int days, int hour, boolean knockOn) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(-20, 60),
            Arbitraries.integers().between(8, 20),
            Arbitraries.of(true, true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }

  @Property(tries = 400)
  void no_sequence_of_changes_breaks_a_timetable(
      @ForAll("steps") List<Step> steps, @ForAll boolean fortnightly) {
    Rescheduling rule = new Rescheduling(HOLIDAYS, fortnightly ? 2 : 1, true);
    List<Slot> run = weekly(12, rule);
    for (Step step : steps) {
      int which = step.which() % run.size();
      List<Slot> before = List.copyOf(run);
      run = apply(step, which, run, rule);

      assertInvariants(run);
      assertThat(run.stream().filter(slot -> !slot.movable()))
          .as("held sessions stay where they were")
          .containsAll(before.stream().filter(slot -> !slot.movable()).toList());
    }
  }

  @Test
  void those_in_its_way_move_on_and_the_others_stay() {
    List<Slot> run = weekly(5, new Rescheduling(HOLIDAYS, 1, true));
    LocalDateTime onTheThird = run.get(2).starts();

    Map<UUID, LocalDateTime> moved =
        new Rescheduling(HOLIDAYS, 1, true).move(run, run.get(1).id(), onTheThird);
    Map<UUID, LocalDateTime> alone =
        new Rescheduling(HOLIDAYS, 1, true)
            .move(run, run.get(1).id(), run.get(1).starts().plusDays(2));

    assertThat(moved)
        .containsOnly(
            Map.entry(run.get(1).id(), onTheThird),
            Map.entry(run.get(2).id(), run.get(3).starts()),
            Map.entry(run.get(3).id(), run.get(4).starts()),
            Map.entry(run.get(4).id(), run.get(4).starts().plusWeeks(1)));
    assertThat(alone).containsOnlyKeys(run.get(1).id());
  }

  @Test
  void what_is_moved_on_passes_over_holidays() {
    // Mondays up to the one before Easter Monday 2025.
    List<Slot> run = weekly(7, new Rescheduling(HOLIDAYS, 1, true));
    Slot last = run.getLast();
    assertThat(last.starts().toLocalDate()).isEqualTo(LocalDate.of(2025, 4, 14));

    Map<UUID, LocalDateTime> moved =
        new Rescheduling(HOLIDAYS, 1, true).move(run, run.get(5).id(), last.starts());

    assertThat(moved).containsEntry(last.id(), LocalDateTime.of(2025, 4, 28, 18, 0));
  }

  @Test
  void what_cannot_be_is_refused() {
    Rescheduling rule = new Rescheduling(HOLIDAYS, 1, true);
    List<Slot> run = weekly(3, rule);
    UUID second = run.get(1).id();

    refused(SessionProblem.OUT_OF_ORDER, () -> rule.move(run, second, FIRST.minusDays(1)));
    refused(SessionProblem.OUT_OF_ORDER, () -> rule.move(run, second, FIRST.plusMinutes(179)));
    refused(
        SessionProblem.NO_WORKING_DAY,
        () -> rule.move(run, second, LocalDateTime.of(2025, 4, 21, 18, 0)));
    refused(
        SessionProblem.NO_WORKING_DAY,
        () -> rule.move(run, second, LocalDateTime.of(2029, 1, 8, 18, 0)));
    refused(
        SessionProblem.OUT_OF_ORDER,
        () -> new Rescheduling(HOLIDAYS, 1, false).move(run, second, run.get(2).starts()));
  }

  private static void refused(SessionProblem problem, Supplier<?> move) {
    assertThatThrownBy(move::get)
        .isInstanceOfSatisfying(
            HttpProblem.class, found -> assertThat(found.getType()).isEqualTo(problem.type()));
  }

  private static List<Slot> apply(Step step, int which, List<Slot> run, Rescheduling rule) {
    Slot slot = run.get(which);
    return switch (step.what()) {
      case 0 -> moved(step, slot, run, rule);
      case 1 -> run.size() > 1 && slot.movable() ? without(run, slot) : run;
      case 2 -> heldNext(run);
      default -> slot.movable() ? addedAgain(run, slot, rule) : run;
    };
  }

  private static List<Slot> moved(Step step, Slot slot, List<Slot> run, Rescheduling rule) {
    LocalDateTime to = slot.starts().toLocalDate().plusDays(step.days()).atTime(step.hour(), 0);
    if (!slot.movable()) {
      return run;
    }
    try {
      Map<UUID, LocalDateTime> moves =
          new Rescheduling(HOLIDAYS, rule.everyWeeks(), step.knockOn()).move(run, slot.id(), to);
      assertThat(moves).containsEntry(slot.id(), to);
      return run.stream().map(one -> one.at(moves.getOrDefault(one.id(), one.starts()))).toList();
    } catch (HttpProblem refusal) {
      // A refusal changes nothing.
      return run;
    }
  }

  private static List<Slot> without(List<Slot> run, Slot cancelled) {
    return run.stream().filter(slot -> !slot.equals(cancelled)).toList();
  }

  private static List<Slot> heldNext(List<Slot> run) {
    List<Slot> held = new ArrayList<>(run);
    for (int i = 0; i < held.size(); i++) {
      Slot slot = held.get(i);
      if (slot.movable()) {
        held.set(i, new Slot(slot.id(), slot.starts(), slot.minutes(), false));
        return held;
      }
    }
    return held;
  }

  private static List<Slot> addedAgain(List<Slot> run, Slot cancelled, Rescheduling rule) {
    LocalDate day = rule.next(run.getLast().starts().toLocalDate());
    List<Slot> longer = new ArrayList<>(without(run, cancelled));
    longer.add(
        new Slot(
            UUID.randomUUID(),
            day.atTime(cancelled.starts().toLocalTime()),
            cancelled.minutes(),
            true));
    return longer;
  }

  private static void assertInvariants(List<Slot> run) {
    assertThat(run).noneMatch(slot -> HOLIDAYS.isHoliday(slot.starts().toLocalDate()));
    for (int i = 1; i < run.size(); i++) {
      assertThat(run.get(i).starts()).isAfterOrEqualTo(run.get(i - 1).ends());
    }
  }

  private static List<Slot> weekly(int sessions, Rescheduling rule) {
    List<Slot> run = new ArrayList<>();
    LocalDate day = FIRST.toLocalDate();
    for (int i = 0; i < sessions; i++) {
      run.add(new Slot(UUID.randomUUID(), day.atTime(FIRST.toLocalTime()), 180, true));
      day = rule.next(day);
    }
    return run;
  }
}
