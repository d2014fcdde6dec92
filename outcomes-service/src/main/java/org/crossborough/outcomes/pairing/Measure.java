package org.crossborough.outcomes.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one TOP that metrics need.
 *
 * @param days using days of the last 28 by problem substance; one that was not answered is missing
 */
public record Measure(
    UUID topRecordId,
    UUID personId,
    Stage stage,
    LocalDate interviewedOn,
    Map<String, Integer> days,
    @Nullable Integer qualityOfLife) {

  /** The problem substances; tobacco is none of them. */
  public static final List<String> SUBSTANCES =
      List.of("alcohol", "opiates", "crack", "cocaine", "amphetamines", "cannabis", "other");

  /** The largest quality of life a man can rate. */
  public static final int HIGHEST_RATING = 20;

  int answers() {
    return days.size() + (qualityOfLife == null ? 0 : 1);
  }
}
