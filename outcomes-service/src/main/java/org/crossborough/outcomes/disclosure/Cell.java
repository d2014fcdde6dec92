package org.crossborough.outcomes.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * One number of a table as it may be shown.
 *
 * @param shown the number, exact or rounded; absent when hidden, so that it is never taken for 0
 */
public record Cell(@Nullable Long shown) {

  /** What stands in place of a hidden number. */
  public static final String MARK = "*";

  static final Cell HIDDEN = new Cell(null);

  static Cell of(long shown) {
    return new Cell(shown);
  }

  /** Whether the number is withheld. */
  public boolean isHidden() {
    return shown == null;
  }

  @Override
  public String toString() {
    return shown == null ? MARK : shown.toString();
  }
}
