package org.crossborough.outcomes.metric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number; rounded once, at the end, half up. */
record Fraction(BigInteger numerator, BigInteger denominator) {

  static final Fraction ZERO = of(0, 1);

  Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("A denominator is positive: " + denominator);
    }
  }

  static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  Fraction plus(Fraction other) {
    BigInteger sum =
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    return new Fraction(sum, denominator.multiply(other.denominator)).reduced();
  }

  Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  Fraction over(long divisor) {
    return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
  }

  /** The number with one decimal, such as {@code 86.7}. */
  String toOneDecimal() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private Fraction reduced() {
    BigInteger divisor = numerator.gcd(denominator);
    return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
  }
}
