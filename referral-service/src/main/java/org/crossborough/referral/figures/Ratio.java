package org.crossborough.referral.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A share with both its parts.
 *
 * @param percent of the denominator, one decimal, rounded half up once; null of nothing
 */
@Schema(name = "Ratio")
record Ratio(long numerator, long denominator, @Nullable String percent) {

  static Ratio of(long numerator, long denominator) {
    return new Ratio(
        numerator,
        denominator,
        denominator == 0
            ? null
            : BigDecimal.valueOf(numerator * 100)
                .divide(BigDecimal.valueOf(denominator), 1, RoundingMode.HALF_UP)
                .toPlainString());
  }
}
