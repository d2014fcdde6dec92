package org.crossborough.programme.session;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crossborough.programme.bankholiday.BankHolidays;
import org.jspecify.annotations.Nullable;

/**
 * Moves one session, and those behind it that are in its way: each of them goes on by its run's own
 * rhythm (one or two weeks at a time) until it follows the one before and falls on no bank holiday.
 * Whatever is already late enough stays where it is.
 *
 * @param everyWeeks the rhythm, 1 or 2
 * @param knockOn whether others may be moved at all
 */
record Rescheduling(BankHolidays holidays, int everyWeeks, boolean knockOn) {

  /**
   * A session in the order of its run.
   *
   * @param movable it is still to come; a held one stays where it was
   */
  record Slot(UUID id, LocalDateTime starts, int minutes, boolean movable) {

    LocalDateTime ends() {
      return starts.plusMinutes(minutes);
    }

    Slot at(LocalDateTime other) {
      return new Slot(id, other, minutes, movable);
    }
  }

  /**
   * The new times of all that must move, the wanted one among them.
   *
   * @param slots those not cancelled, in their order, none overlapping
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when there is no way
   */
  Map<UUID, LocalDateTime> move(List<Slot> slots, UUID id, LocalDateTime to) {
    requireWorkingDay(to.toLocalDate());
    Map<UUID, LocalDateTime> moved = new HashMap<>();
    @Nullable Slot before = null;
    boolean reached = false;
    for (Slot slot : slots) {
      Slot now = slot;
      if (slot.id().equals(id)) {
        reached = true;
        now = slot.at(to);
        if (!follows(now, before)) {
          throw SessionProblem.OUT_OF_ORDER.because(
              "The session before it ends at %s.".formatted(before == null ? "" : before.ends()));
        }
        moved.put(id, to);
      } else if (reached && !follows(slot, before)) {
        now = onwards(slot, before);
        moved.put(now.id(), now.starts());
      }
      before = now;
    }
    return moved;
  }

  private Slot onwards(Slot slot, @Nullable Slot before) {
    if (!knockOn || !slot.movable()) {
      throw SessionProblem.OUT_OF_ORDER.because(
          "The session of %s would have to move as well.".formatted(slot.starts()));
    }
    Slot later = slot;
    while (!follows(later, before) || holidays.isHoliday(later.starts().toLocalDate())) {
      later = later.at(later.starts().plusWeeks(everyWeeks));
      requireKnown(later.starts().toLocalDate());
    }
    return later;
  }

  /** The first day of the rhythm after the last session on which one more could be held. */
  LocalDate next(LocalDate last) {
    LocalDate day = last.plusWeeks(everyWeeks);
    while (holidays.isHoliday(day)) {
      day = day.plusWeeks(everyWeeks);
    }
    requireKnown(day);
    return day;
  }

  private void requireWorkingDay(LocalDate day) {
    requireKnown(day);
    if (holidays.isHoliday(day)) {
      throw SessionProblem.NO_WORKING_DAY.because("%s is a bank holiday.".formatted(day));
    }
  }

  private void requireKnown(LocalDate day) {
    if (!holidays.covers(day)) {
      throw SessionProblem.NO_WORKING_DAY.because(
          "The bank holidays of %d are not known.".formatted(day.getYear()));
    }
  }

  private static boolean follows(Slot slot, @Nullable Slot before) {
    return before == null || !slot.starts().isBefore(before.ends());
  }
}
