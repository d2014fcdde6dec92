package org.crossborough.programme.template;

/** What kind of group a programme is; only work on violence to an intimate partner can count. */
public enum GroupType {
  /** Group work on his violence, over weeks. */
  BEHAVIOUR_CHANGE(true),
  /** The group for those who completed. */
  FOLLOW_ON(true),
  /** Treats violence as a loss of temper, which coercive control is not. */
  ANGER_MANAGEMENT(false),
  /** Has no group, no survivor service beside it and no standard to be held to. */
  COUNSELLING(false);

  private final boolean countable;

  GroupType(boolean countable) {
    this.countable = countable;
  }

  /** Whether minutes in such a group may count towards violence hours. */
  public boolean mayCount() {
    return countable;
  }
}
