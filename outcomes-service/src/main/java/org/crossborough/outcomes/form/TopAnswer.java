package org.crossborough.outcomes.form;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The days of one item as answered; a week that was not answered is null, and so is a total. */
@Embeddable
public record TopAnswer(
    @Column(name = "week_1") @Nullable Integer week1,
    @Column(name = "week_2") @Nullable Integer week2,
    @Column(name = "week_3") @Nullable Integer week3,
    @Column(name = "week_4") @Nullable Integer week4,
    @Column(name = "total") @Nullable Integer total,
    @Column(name = "name") @Nullable String name,
    @Column(name = "typical_amount") @Nullable BigDecimal typicalAmount) {

  static TopAnswer of(
      List<@Nullable Integer> weeks,
      @Nullable Integer total,
      @Nullable String name,
      @Nullable BigDecimal amount) {
    return new TopAnswer(
        weeks.get(0), weeks.get(1), weeks.get(2), weeks.get(3), total, name, amount);
  }

  /** The four weeks in the form's order. */
  public List<@Nullable Integer> weeks() {
    return Arrays.asList(week1, week2, week3, week4);
  }

  /** Whether nothing at all was said, not even for a week. */
  boolean isBlank() {
    return total == null
        && name == null
        && typicalAmount == null
        && weeks().stream().allMatch(Objects::isNull);
  }
}
