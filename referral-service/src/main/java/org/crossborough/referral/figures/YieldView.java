package org.crossborough.referral.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.crossborough.referral.figures.Counts.Screened;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a service's screenings of a period came to, each share with both its parts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ScreeningYield")
record YieldView(
    String boroughCode,
    @Schema(description = "As the screenings name it; absent for those that name none.")
        @Nullable String screeningOrganisation,
    long screened,
    @Schema(description = "Brought to a result, of all.") Ratio valid,
    @Schema(description = "Violence or abuse disclosed, of the valid ones.") Ratio positive,
    @Schema(description = "A referral rests on it, of the positive ones.") Ratio referred,
    @Schema(description = "He did not want to be referred, of the positive ones.") Ratio declined,
    @Schema(description = "Absent while the yield is not remarkable.") @Nullable Mark mark) {

  /** Which way a yield is remarkable. */
  @Schema(name = "YieldMark")
  enum Mark {
    VERY_LOW,
    VERY_HIGH
  }

  /** What marks are given by. */
  @Schema(name = "YieldExpectation")
  record Expectation(
      int expectedPercent, int lowPercent, int highPercent, int fewestScreenings, String basis) {

    static Expectation of(YieldConfig config) {
      return new Expectation(
          config.expectedPercent(),
          config.lowPercent(),
          config.highPercent(),
          config.fewestScreenings(),
          config.basis());
    }

    @Nullable Mark mark(Screened counts) {
      if (counts.valid() < fewestScreenings) {
        return null;
      }
      if (counts.positive() * 100 <= counts.valid() * lowPercent) {
        return Mark.VERY_LOW;
      }
      return counts.positive() * 100 >= counts.valid() * highPercent ? Mark.VERY_HIGH : null;
    }
  }

  /** The services of a scope, by borough and name. */
  @Schema(name = "ScreeningYields")
  record Sheet(
      LocalDate from,
      LocalDate to,
      String scope,
      String method,
      String policy,
      Instant asOf,
      Expectation expectation,
      List<YieldView> items) {}

  static YieldView of(ScreeningYields.Service service, Expectation expectation) {
    Screened counts = service.counts();
    return new YieldView(
        service.boroughCode(),
        service.organisation(),
        counts.screened(),
        Ratio.of(counts.valid(), counts.screened()),
        Ratio.of(counts.positive(), counts.valid()),
        Ratio.of(counts.referred(), counts.positive()),
        Ratio.of(counts.declined(), counts.positive()),
        expectation.mark(counts));
  }
}
