package org.crossborough.outcomes.disclosure;

/** A part and its whole as they may be shown; a percentage is made of these and nothing else. */
public record Share(Cell numerator, Cell denominator) {

  /** Whether the percentage is withheld. */
  public boolean isSuppressed() {
    return numerator.isHidden() || denominator.isHidden();
  }
}
