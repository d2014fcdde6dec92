package org.crossborough.platform.driver;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One Treatment Outcomes Profile: days of use in the last 28, and the man's own ratings. */
public record NewTopRecord(
    String referralId,
    String stage,
    LocalDate interviewDate,
    String formVersion,
    Map<String, Use> substances,
    @Nullable Integer psychologicalHealth,
    @Nullable Integer physicalHealth,
    @Nullable Integer qualityOfLife) {

  /** Days of use of one substance. */
  public record Use(int total) {}
}
