package org.crossborough.outcomes.pairing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of one TOP that metrics need.
 *
 * @param days using days of the last 28 by problem substance; one that was not answered is missing
 * @param amounts the typical amount on a using day, where it was given
 * @param careCoordinator whether it comes from the organisation that coordinates his care
 * @param treatmentStartedOn the first day of the treatment it belongs to, if that was said
 * @param inWindow within the window of its stage around his treatment; null when that is not known
 */
public record Measure(
    UUID topRecordId,
    UUID personId,
    Stage stage,
    LocalDate interviewedOn,
    Map<String, Integer> days,
    Map<String, BigDecimal> amounts,
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife,
    boolean careCoordinator,
    @Nullable LocalDate treatmentStartedOn,
    @Nullable Boolean inWindow) {

  /** The problem substances; tobacco is none of them. */
  public static final List<String> SUBSTANCES =
      List.of("alcohol", "opiates", "crack", "cocaine", "amphetamines", "cannabis", "other");

  /** The highest of any rating a man can give. */
  public static final int HIGHEST_RATING = 20;
}
