package org.crossborough.outcomes.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the days of one item under the rules V-TOP-01 to 04, 06 and 07. */
final class DaysReading {

  private static final int WEEKS = 4;
  private static final int DAYS_OF_A_WEEK = 7;
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L} ()'/-]{0,59}");

  private final Item item;
  private final String field;
  private final WholeNumbers numbers;

  DaysReading(Item item, WholeNumbers numbers) {
    this.item = item;
    this.field = item.path();
    this.numbers = numbers;
  }

  /** The answer; whatever is wrong with it is left with the numbers. */
  TopAnswer read(TopForm.Days days) {
    List<@Nullable Integer> weeks = weeks(days.weeks());
    Integer given = numbers.read(field + ".total", days.total(), WEEKS * DAYS_OF_A_WEEK);
    int sum = weeks.stream().filter(Objects::nonNull).mapToInt(week -> week).sum();
    long missing = weeks.stream().filter(Objects::isNull).count();
    if (given != null) {
      check(given, sum, missing);
    }
    Integer total = given == null && missing == 0 ? Integer.valueOf(sum) : given;
    return TopAnswer.of(weeks, total, name(days.name(), total), amount(days.typicalAmount()));
  }

  private List<@Nullable Integer> weeks(@Nullable List<@Nullable BigDecimal> given) {
    List<@Nullable Integer> weeks = new ArrayList<>();
    for (int i = 0; i < WEEKS; i++) {
      BigDecimal week = given == null || i >= given.size() ? null : given.get(i);
      weeks.add(numbers.read("%s.weeks[%d]".formatted(field, i), week, DAYS_OF_A_WEEK));
    }
    if (given != null && given.size() > WEEKS) {
      numbers.refuse(field + ".weeks", "TOO_MANY", "must be four at the most");
    }
    return weeks;
  }

  private void check(int total, int sum, long missing) {
    if (missing == 0 && total != sum) {
      numbers.refuse(field + ".total", "NOT_THE_SUM", "must be the sum of the four weeks");
    } else if (total < sum || total > sum + missing * DAYS_OF_A_WEEK) {
      numbers.refuse(field + ".total", "OUTSIDE_THE_WEEKS", "cannot be, given these weeks");
    }
  }

  private @Nullable BigDecimal amount(@Nullable BigDecimal given) {
    BigDecimal amount = numbers.amount(field + ".typicalAmount", given);
    if (amount == null) {
      return null;
    }
    if (!item.isProblemSubstance()) {
      numbers.refuse(field + ".typicalAmount", "NOT_EXPECTED", "has no unit to be given in");
    }
    return amount;
  }

  private @Nullable String name(@Nullable String name, @Nullable Integer total) {
    if (item != Item.OTHER) {
      if (name != null) {
        numbers.refuse(field + ".name", "NOT_EXPECTED", "only another substance has a name");
      }
      return null;
    }
    if (name == null || name.isBlank()) {
      if (total != null && total > 0) {
        numbers.refuse(field + ".name", "REQUIRED", "must be given for a total above 0");
      }
      return null;
    }
    if (Item.isNamed(name)) {
      numbers.refuse(field + ".name", "HAS_ITS_OWN_ITEM", "must not have an item of its own");
    } else if (!NAME.matcher(name.strip()).matches()) {
      numbers.refuse(field + ".name", "FORMAT", "must be a name of up to 60 letters");
    }
    return name.strip();
  }
}
