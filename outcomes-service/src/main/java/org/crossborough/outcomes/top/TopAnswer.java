package org.crossborough.outcomes.top;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The days of use of one substance as answered. */
@Embeddable
record TopAnswer(
    @Column(name = "week_1") @Nullable Integer week1,
    @Column(name = "week_2") @Nullable Integer week2,
    @Column(name = "week_3") @Nullable Integer week3,
    @Column(name = "week_4") @Nullable Integer week4,
    @Column(name = "total") @Nullable Integer total,
    @Column(name = "name") @Nullable String name) {

  static TopAnswer of(
      List<@Nullable Integer> weeks, @Nullable Integer total, @Nullable String name) {
    return new TopAnswer(weeks.get(0), weeks.get(1), weeks.get(2), weeks.get(3), total, name);
  }

  List<@Nullable Integer> weeks() {
    return Arrays.asList(week1, week2, week3, week4);
  }

  /** Whether nothing at all was said, not even for a week. */
  boolean isBlank() {
    return total == null && name == null && weeks().stream().allMatch(Objects::isNull);
  }
}
