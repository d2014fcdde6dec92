package org.crossborough.outcomes.form;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crossborough.chassis.problem.Violation;
import org.crossborough.outcomes.pairing.Measure;
import org.crossborough.outcomes.pairing.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was understood.
 *
 * @param answers in days, only those that say something; what is not there was not answered
 * @param yesNo the others, roll-ups that follow from them included
 * @param inWindow whether the day suits the stage; null without the treatment's dates
 * @param violations what is wrong: nothing may be used of a form that has any
 */
public record TopReading(
    Stage stage,
    LocalDate interviewedOn,
    FormVersion formVersion,
    Map<Item, TopAnswer> answers,
    Map<Item, Boolean> yesNo,
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife,
    @Nullable Boolean inWindow,
    List<Violation> violations) {

  private static final int EARLIEST_BIRTH = 1903;

  /** Reads a form on a day; nothing may be used of one with violations. */
  public static TopReading of(TopForm form, LocalDate today, TopConfig config) {
    WholeNumbers numbers = new WholeNumbers();
    checkDates(form, today, config, numbers);
    Map<Item, TopAnswer> answers = answers(form, numbers);
    Map<Item, Boolean> yesNo = yesNo(form, answers, numbers);
    int highest = Measure.HIGHEST_RATING;
    return new TopReading(
        form.stage(),
        form.interviewDate(),
        form.formVersion(),
        answers,
        yesNo,
        numbers.read("psychologicalHealth", form.psychologicalHealth(), highest),
        numbers.read("physicalHealth", form.physicalHealth(), highest),
        numbers.read("qualityOfLife", form.qualityOfLife(), highest),
        inWindow(form, config),
        numbers.violations());
  }

  private static void checkDates(
      TopForm form, LocalDate today, TopConfig config, WholeNumbers numbers) {
    if (form.interviewDate().isAfter(today)) {
      numbers.refuse("interviewDate", "IN_THE_FUTURE", "must not be in the future");
    }
    LocalDate born = form.dateOfBirth();
    if (born != null && born.getYear() < EARLIEST_BIRTH) {
      numbers.refuse("dateOfBirth", "OUT_OF_RANGE", "must be in 1903 or later");
    } else if (born != null
        && ChronoUnit.YEARS.between(born, form.interviewDate()) < config.minimumAge()) {
      numbers.refuse(
          "dateOfBirth", "UNDER_AGE", "must be %d years before".formatted(config.minimumAge()));
    }
    LocalDate started = form.treatmentStartedOn();
    LocalDate ended = form.treatmentEndedOn();
    if (started != null && ended != null && ended.isBefore(started)) {
      numbers.refuse("treatmentEndedOn", "BEFORE_THE_START", "must not be before the start");
    }
  }

  private static Map<Item, TopAnswer> answers(TopForm form, WholeNumbers numbers) {
    Map<Item, TopAnswer> answers = new EnumMap<>(Item.class);
    form.days()
        .forEach((item, days) -> {
          TopAnswer answer = new DaysReading(item, numbers).read(days);
          if (!answer.isBlank()) {
            requireAsked(form, item, numbers);
            answers.put(item, answer);
          }
        });
    return answers;
  }

  private static Map<Item, Boolean> yesNo(
      TopForm form, Map<Item, TopAnswer> days, WholeNumbers numbers) {
    Map<Item, Boolean> yesNo = new EnumMap<>(Item.class);
    yesNo.putAll(form.yesNo());
    yesNo.keySet().forEach(item -> requireAsked(form, item, numbers));
    TopAnswer injected = days.get(Item.INJECTED);
    if (injected != null && injected.total() != null && injected.total() == 0) {
      refuseSharing(yesNo, numbers);
    } else {
      rollUp(yesNo, Item.SHARING, List.of(Item.SHARED_NEEDLE, Item.SHARED_EQUIPMENT), numbers);
    }
    rollUp(
        yesNo,
        Item.OTHER_THEFT,
        List.of(Item.VEHICLE_THEFT, Item.PROPERTY_THEFT, Item.FRAUD),
        numbers);
    return yesNo;
  }

  /** V-TOP-08: who has not injected has not shared. */
  private static void refuseSharing(Map<Item, Boolean> yesNo, WholeNumbers numbers) {
    Stream.of(Item.SHARED_NEEDLE, Item.SHARED_EQUIPMENT, Item.SHARING)
        .filter(item -> yesNo.getOrDefault(item, false))
        .forEach(item ->
            numbers.refuse(item.path(), "WITHOUT_INJECTING", "cannot be without injecting"));
    yesNo.put(Item.SHARING, false);
  }

  /** V-TOP-09: an answer that follows from others is theirs; one that contradicts is refused. */
  private static void rollUp(
      Map<Item, Boolean> yesNo, Item whole, List<Item> parts, WholeNumbers numbers) {
    boolean any = parts.stream().anyMatch(part -> yesNo.getOrDefault(part, false));
    boolean all = parts.stream().allMatch(yesNo::containsKey);
    if (!any && !all) {
      return;
    }
    Boolean given = yesNo.put(whole, any);
    if (given != null && given != any) {
      numbers.refuse(whole.path(), "NOT_THE_ROLL_UP", "contradicts the answers it sums up");
    }
  }

  private static void requireAsked(TopForm form, Item item, WholeNumbers numbers) {
    if (!form.formVersion().asksAbout(item)) {
      numbers.refuse(item.path(), "NOT_ASKED", "is not on this form");
    }
  }

  /** V-TOP-13: out of its window it is taken in, and preferred to none within. */
  private static @Nullable Boolean inWindow(TopForm form, TopConfig config) {
    LocalDate on = form.interviewDate();
    LocalDate started = form.treatmentStartedOn();
    LocalDate ended = form.treatmentEndedOn();
    return switch (form.stage()) {
      case START -> started == null ? null : isNear(on, started, config.startDays());
      case REVIEW -> started == null ? null : isReview(on, started, config);
      case EXIT -> ended == null ? null : isNear(on, ended, config.exitDays());
      case POST_TREATMENT_EXIT -> ended == null ? null : on.isAfter(ended);
    };
  }

  private static boolean isNear(LocalDate on, LocalDate date, int days) {
    return Math.abs(ChronoUnit.DAYS.between(on, date)) <= days;
  }

  private static boolean isReview(LocalDate on, LocalDate started, TopConfig config) {
    long days = ChronoUnit.DAYS.between(started, on);
    return days >= config.reviewDaysFrom() && days <= config.reviewDaysTo();
  }
}
