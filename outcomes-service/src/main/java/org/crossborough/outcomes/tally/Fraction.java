package org.crossborough.outcomes.tally;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** An exact number; rounded once, at the end, half up. */
public record Fraction(BigInteger numerator, BigInteger denominator) {

  /** Nothing. */
  public static final Fraction ZERO = of(0, 1);

  /** Checks the denominator. */
  public Fraction {
    if (denominator.signum() <= 0) {
      throw new IllegalArgumentException("A denominator is positive: " + denominator);
    }
  }

  /** An integer over another. */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /** The exact sum. */
  public Fraction plus(Fraction other) {
    BigInteger sum =
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator));
    return new Fraction(sum, denominator.multiply(other.denominator)).reduced();
  }

  /** So many times this. */
  public Fraction times(long factor) {
    return new Fraction(numerator.multiply(BigInteger.valueOf(factor)), denominator);
  }

  /** One of so many equal parts of this. */
  public Fraction over(long divisor) {
    return new Fraction(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
  }

  /** The number with one decimal, such as {@code 86.7}. */
  public String toOneDecimal() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), 1, RoundingMode.HALF_UP)
        .toPlainString();
  }

  private Fraction reduced() {
    BigInteger divisor = numerator.gcd(denominator);
    return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
  }
}
