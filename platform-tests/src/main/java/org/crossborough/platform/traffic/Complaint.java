package org.crossborough.platform.traffic;

/** Something that must not be, found by the oracle or in an answer. */
public record Complaint(Kind kind, String what) implements Comparable<Complaint> {

  /** What is wrong with it. */
  public enum Kind {
    /** Acknowledged, and not there. */
    LOST,
    /** There more than once. */
    TWICE,
    /** There, though nobody was told that it is, or somebody that it is not. */
    PHANTOM,
    /** Another order than that in which it happened. */
    REORDERED,
    /** Not told to somebody who listens. */
    BEHIND,
    /** A copy that says something else. */
    DIFFERENT,
    /** A repeat that was answered otherwise. */
    UNSTABLE,
    /** An answer that no fault excuses. */
    WRONG_ANSWER,
    /** Put aside though it can be read. */
    PARKED,
    /** The survivor side's audit is not what it was. */
    AUDIT,
    /** A fault that could not be brought about, so that its round says nothing of it. */
    NOT_STRUCK,
    /** No success within the time that a recovery may take. */
    NOT_RECOVERED
  }

  @Override
  public int compareTo(Complaint other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return kind + " " + what;
  }
}
