package org.crossborough.referral.figures;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What was counted for one period and scope; every figure is made of these.
 *
 * @param waitMedian in days, one decimal; null when nobody was assessed
 * @param decided accepted or declined
 */
record Counts(
    long received,
    long returned,
    long assessed,
    @Nullable BigDecimal waitMedian,
    @Nullable BigDecimal waitP90,
    long decided,
    long accepted,
    long acceptedWithReceipt,
    Screened screenings) {

  /**
   * Screenings counted.
   *
   * @param valid brought to a result
   * @param positive with violence or abuse disclosed
   * @param referred positive, and a referral rests on it
   * @param declined positive, and he did not want to be referred
   */
  record Screened(long screened, long valid, long positive, long referred, long declined) {}
}
