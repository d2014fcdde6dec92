package org.crossborough.outcomes.disclosure;

/** Between which numbers a reader can be sure that a group's number lies, both included. */
public record Bounds(long low, long high) {

  /** How many numbers are possible; 1 when the reader knows the number. */
  public long possible() {
    return high == Claim.ANY ? Claim.ANY : high - low + 1;
  }
}
