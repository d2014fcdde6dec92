package org.crossborough.programme.run;

/** When men may come into a run. */
enum Intake {
  /** At its start only. */
  CLOSED,
  /** Again every few weeks. */
  ROLLING
}
