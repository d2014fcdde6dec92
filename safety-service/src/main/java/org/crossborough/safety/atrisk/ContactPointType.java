package org.crossborough.safety.atrisk;

/** The kinds of ways to reach somebody. */
public enum ContactPointType {
  PHONE,
  SMS,
  EMAIL,
  POST,
  THIRD_PARTY
}
