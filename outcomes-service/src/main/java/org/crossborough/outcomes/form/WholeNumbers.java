package org.crossborough.outcomes.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.crossborough.chassis.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reads numbers that must be whole and within a range, and remembers which were not. */
final class WholeNumbers {

  private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("9999.99");
  private static final int DECIMALS = 2;

  private final List<Violation> violations = new ArrayList<>();

  /** The number; null when it is absent or refused. */
  @Nullable Integer read(String field, @Nullable BigDecimal number, int highest) {
    if (number == null) {
      return null;
    }
    if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(highest)) > 0) {
      refuse(field, "OUT_OF_RANGE", "must be from 0 to " + highest);
      return null;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      refuse(field, "NOT_WHOLE", "must be a whole number");
      return null;
    }
    return number.intValueExact();
  }

  /** An amount with two decimals at the most; null when it is absent or refused. */
  @Nullable BigDecimal amount(String field, @Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    if (number.signum() < 0 || number.compareTo(LARGEST_AMOUNT) > 0) {
      refuse(field, "OUT_OF_RANGE", "must be from 0 to " + LARGEST_AMOUNT);
      return null;
    }
    if (number.stripTrailingZeros().scale() > DECIMALS) {
      refuse(field, "TOO_FINE", "must have two decimals at the most");
      return null;
    }
    return number.setScale(DECIMALS);
  }

  void refuse(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }

  List<Violation> violations() {
    return List.copyOf(violations);
  }
}
