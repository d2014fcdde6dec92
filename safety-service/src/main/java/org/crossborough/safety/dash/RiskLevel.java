package org.crossborough.safety.dash;

/** How much risk she is at, from the least to the most. Known to the survivor side alone. */
public enum RiskLevel {
  STANDARD,
  MEDIUM,
  HIGH,
  VERY_HIGH;

  /** Whether a conference of her borough has to hear of her. */
  public boolean isHigh() {
    return compareTo(HIGH) >= 0;
  }
}
