package org.crossborough.programme.clearance;

/**
 * All that is ever known here of whether a man may take part.
 *
 * @param clearToStart the support side released him, or its window has passed
 * @param held somebody holds his programme; why is not told
 */
public record Clearance(boolean clearToStart, boolean held) {

  /** What stands while nothing was told. */
  public static final Clearance NONE = new Clearance(false, false);
}
