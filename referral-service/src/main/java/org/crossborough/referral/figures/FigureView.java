package org.crossborough.referral.figures;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A figure with its words, its method and its parts. */
@Schema(name = "ReferralFigure", description = "A figure with all that is needed to recompute it.")
record FigureView(
    @Schema(description = "The catalogue id.") String id,
    @Schema(description = "Which of several figures of that id.") @Nullable String variant,
    String name,
    String definition,
    ReferralFigure.Method method,
    @Schema(description = "Absent for a number of days.") @Nullable Long numerator,
    @Schema(description = "For a number of days: how many referrals it is taken from.")
        @Nullable Long denominator,
    @Schema(description = "A decimal; absent when there is nothing to take it from.")
        @Nullable String value,
    String unit) {

  static FigureView of(ReferralFigure figure, long count) {
    return of(figure, count, null, Long.toString(count));
  }

  static FigureView of(ReferralFigure figure, Ratio ratio) {
    return of(figure, ratio.numerator(), ratio.denominator(), ratio.percent());
  }

  static FigureView of(ReferralFigure figure, @Nullable BigDecimal days, long behind) {
    return of(figure, null, behind, days == null ? null : days.toPlainString());
  }

  private static FigureView of(
      ReferralFigure figure,
      @Nullable Long numerator,
      @Nullable Long denominator,
      @Nullable String value) {
    return new FigureView(
        figure.id(),
        figure.variant(),
        figure.title(),
        figure.definition(),
        figure.method(),
        numerator,
        denominator,
        value,
        figure.unit());
  }
}
