package org.crossborough.referral.person;

/** A disability as drug treatment records it; a man may name several. */
public enum Disability {
  BEHAVIOUR_AND_EMOTIONAL,
  HEARING,
  MANUAL_DEXTERITY,
  MEMORY_OR_LEARNING,
  MOBILITY,
  PERCEPTION_OF_DANGER,
  PERSONAL_CARE,
  PROGRESSIVE_OR_PHYSICAL_HEALTH,
  SIGHT,
  SPEECH,
  OTHER,
  NONE,
  NOT_STATED,
  NOT_ASKED
}
