package org.crossborough.safety.atrisk;

/** What a person at risk is to the man. */
public enum Relationship {
  CURRENT_PARTNER,
  EX_PARTNER,
  NEW_PARTNER,
  CO_PARENT,
  FAMILY_MEMBER,
  OTHER
}
