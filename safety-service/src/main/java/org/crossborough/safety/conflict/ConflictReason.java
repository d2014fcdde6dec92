package org.crossborough.safety.conflict;

/** What a worker is to the man, or to somebody at risk from him. */
enum ConflictReason {
  FACILITATES_HIS_GROUP,
  KNOWS_HIM,
  KNOWS_HER,
  RELATIVE,
  FORMER_KEYWORKER,
  OTHER
}
