package org.crossborough.programme.template;

/** How a part of a session works with the men. */
public enum ApproachTag {
  COGNITIVE_BEHAVIOURAL,
  SOCIAL_LEARNING,
  PSYCHODRAMA,
  PSYCHOTHERAPEUTIC,
  RELATIONSHIP_SKILLS
}
