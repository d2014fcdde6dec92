package org.crossborough.safety.atrisk;

/** Whether she alone is reached there; unknown is unsafe for whatever leaves a trace. */
public enum PointSafety {
  YES,
  NO,
  UNKNOWN
}
