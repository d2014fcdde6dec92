package org.crossborough.outcomes.pairing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A man's TOP from the start of his programme and the one from its end. */
public record Pair(Measure start, Measure later) {

  /** Using days before and after, over the substances answered both times; null without any. */
  public @Nullable Change use() {
    return Measure.SUBSTANCES.stream()
        .map(substance -> change(start.days().get(substance), later.days().get(substance)))
        .filter(Objects::nonNull)
        .reduce(Change::plus)
        .orElse(null);
  }

  /** His rating of his quality of life before and after; null unless he rated it both times. */
  public @Nullable Change qualityOfLife() {
    return change(start.qualityOfLife(), later.qualityOfLife());
  }

  private static @Nullable Change change(@Nullable Integer before, @Nullable Integer after) {
    return before == null || after == null ? null : new Change(before, after);
  }

  /** A number before and after. */
  public record Change(long before, long after) {

    private Change plus(Change other) {
      return new Change(before + other.before, after + other.after);
    }
  }
}
