package org.crossborough.outcomes.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a reader knows of a group from something that was released: its number lies between two
 * bounds, both included.
 */
public record Claim(Group group, long low, long high) {

  /** Stands for no upper bound. */
  public static final long ANY = Long.MAX_VALUE;

  /** Refuses bounds the wrong way round. */
  public Claim {
    if (low < 0 || low > high) {
      throw new IllegalArgumentException("%s from %d to %d".formatted(group, low, high));
    }
  }

  /**
   * What a shown percentage says of the part, when the whole is known to lie between two bounds. A
   * percentage of 77 and a whole of 27 give 21.
   *
   * @param percentage as shown, rounded half up to its own scale
   */
  public static Claim ofPercentage(Group part, BigDecimal percentage, Claim whole) {
    BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(-percentage.scale()).divide(BigDecimal.TWO);
    BigDecimal low = percentage.subtract(half).movePointLeft(2).max(BigDecimal.ZERO);
    BigDecimal high = percentage.add(half).movePointLeft(2).min(BigDecimal.ONE);
    long least =
        low.multiply(BigDecimal.valueOf(whole.low()))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact();
    long most =
        whole.high() == ANY
            ? ANY
            : high.multiply(BigDecimal.valueOf(whole.high()))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    // No whole number may give the percentage, when it was rounded otherwise: then either is near.
    return new Claim(part, Math.min(least, most), Math.max(least, most));
  }
}
