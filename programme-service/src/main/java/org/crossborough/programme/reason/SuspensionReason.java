package org.crossborough.programme.reason;

/** Why a man is away from the programme for a time. */
public enum SuspensionReason {
  RELAPSE_OR_INTOXICATION,
  NEW_VIOLENCE_UNDER_REVIEW,
  /** Taken, but neither kept nor told: it becomes {@link #PROGRAMME_REVIEW}. */
  SAFETY_HOLD,
  POLICE_INVESTIGATION,
  BAIL_OR_ORDER_PREVENTS,
  GROUP_CONDUCT,
  ABSENCE_REVIEW,
  ILLNESS,
  DETOX,
  /** The neutral code for whatever is not said on this side. */
  PROGRAMME_REVIEW;

  /** What may be kept, shown and told on this side. */
  public SuspensionReason neutral() {
    return this == SAFETY_HOLD ? PROGRAMME_REVIEW : this;
  }
}
