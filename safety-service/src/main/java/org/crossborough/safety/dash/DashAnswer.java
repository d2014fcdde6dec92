package org.crossborough.safety.dash;

/** An answer to one of the questions; only a yes adds to the score. */
enum DashAnswer {
  YES,
  NO,
  DONT_KNOW
}
