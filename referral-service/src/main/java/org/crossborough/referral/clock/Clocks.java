package org.crossborough.referral.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.crossborough.referral.clock.CaseHistory.Enrolled;
import org.crossborough.referral.clock.CaseHistory.Moved;
import org.crossborough.referral.clock.LimitClock.State;
import org.crossborough.referral.form.Occasion;
import org.crossborough.referral.lifecycle.ReferralStatus;
import org.jspecify.annotations.Nullable;

/** Computes the clocks of a referral from its history and a day; a function of these alone. */
@ApplicationScoped
public class Clocks {

  /** A stretch of time in which a limit ran, and how it stopped. */
  private record Run(LocalDate from, @Nullable LocalDate until, boolean met) {}

  private final ClockConfig config;
  private final WorkingDays calendar = WorkingDays.inEngland();

  Clocks(ClockConfig config) {
    this.config = config;
  }

  /** Every clock that ever ran on a referral, in the order in which they were or are due. */
  public List<LimitClock> of(CaseHistory history, LocalDate today) {
    List<LimitClock> clocks = new ArrayList<>();
    for (TimeLimit limit : TimeLimit.values()) {
      for (Run run : runs(limit, history)) {
        LocalDate due = due(limit, run, history);
        if (due != null) {
          State state = state(run, due, today);
          clocks.add(new LimitClock(limit, state, run.from, due, run.until, limit.basis()));
        }
      }
    }
    clocks.sort(Comparator.comparing(LimitClock::dueOn).thenComparing(LimitClock::limit));
    return clocks;
  }

  /**
   * What is to be done next; empty when nothing is. For a man who was put off that is the review,
   * however late his start is: nothing else can be done for him before it.
   */
  public Optional<LimitClock> next(CaseHistory history, LocalDate today) {
    boolean deferred = history.status() == ReferralStatus.DEFERRED;
    return of(history, today).stream()
        .filter(LimitClock::isRunning)
        .filter(clock -> !deferred || clock.limit() == TimeLimit.DEFERRAL_REVIEW)
        .findFirst();
  }

  private static State state(Run run, LocalDate due, LocalDate today) {
    if (run.until == null) {
      return today.isAfter(due) ? State.LATE : State.DUE;
    }
    if (!run.met) {
      return State.NOT_APPLICABLE;
    }
    return run.until.isAfter(due) ? State.MET_LATE : State.MET;
  }

  private @Nullable LocalDate due(TimeLimit limit, Run run, CaseHistory history) {
    boolean dated = limit == TimeLimit.DEFERRAL_REVIEW || limit == TimeLimit.WAITING_REVIEW;
    if (dated && run.until == null && history.reviewOn() != null) {
      return history.reviewOn();
    }
    if (limit == TimeLimit.DEFERRAL_REVIEW) {
      // The date of a deferral that is over is not kept: whether it was met is not known.
      return null;
    }
    int days = config.days().getOrDefault(limit, limit.usualDays());
    return limit.due(run.from, days, calendar);
  }

  private static List<Run> runs(TimeLimit limit, CaseHistory history) {
    return switch (limit) {
      case ACKNOWLEDGEMENT, COMPLETION_FOLLOW_UP, WAITING_REVIEW, DEFERRAL_REVIEW ->
          stays(limit, history);
      case ASSESSMENT_OFFER ->
          stays(limit, history).stream().map(run -> metByOffer(run, history)).toList();
      case START, START_AT_ROLLING_INTAKE -> start(history);
      case ENDING_TOLD -> endings(history);
    };
  }

  /** One run for each unbroken stay in the limit's statuses; leaving them meets it. */
  private static List<Run> stays(TimeLimit limit, CaseHistory history) {
    List<Run> runs = new ArrayList<>();
    @Nullable LocalDate from = null;
    for (Moved move : history.moves()) {
      boolean inside = limit.runsIn().contains(move.to());
      if (inside && from == null) {
        from = move.day();
      } else if (!inside && from != null) {
        runs.add(new Run(from, move.day(), true));
        from = null;
      }
    }
    if (from != null) {
      runs.add(new Run(from, null, false));
    }
    return runs;
  }

  /** An offer meets the limit; an ending, or a return to the referrer, only stops it. */
  private static Run metByOffer(Run run, CaseHistory history) {
    boolean offered =
        history.moves().stream()
            .anyMatch(move ->
                move.to() == ReferralStatus.ASSESSMENT_OFFERED && move.day().equals(run.until));
    return new Run(run.from, run.until, offered);
  }

  private static List<Run> start(CaseHistory history) {
    if (history.moves().isEmpty()) {
      return List.of();
    }
    LocalDate received = history.moves().getFirst().day();
    Optional<LocalDate> started =
        history.enrolments().stream()
            .flatMap(e -> Optional.ofNullable(e.startedOn()).stream())
            .min(Comparator.naturalOrder());
    if (started.isPresent()) {
      return List.of(new Run(received, started.get(), true));
    }
    Moved last = history.moves().getLast();
    Optional<LocalDate> never =
        history.enrolments().stream()
            .flatMap(e -> Optional.ofNullable(e.endedOn()).stream())
            .max(Comparator.naturalOrder());
    return List.of(new Run(received, last.isEnding() ? last.day() : never.orElse(null), false));
  }

  private static List<Run> endings(CaseHistory history) {
    List<Run> runs = new ArrayList<>();
    for (Moved move : history.moves()) {
      if (move.isEnding()) {
        runs.add(new Run(move.day(), Occasion.londonDay(move.at()), true));
      }
    }
    for (Enrolled enrolled : history.enrolments()) {
      if (enrolled.endedOn() != null && enrolled.endingToldAt() != null) {
        runs.add(new Run(enrolled.endedOn(), Occasion.londonDay(enrolled.endingToldAt()), true));
      }
    }
    return runs;
  }
}
