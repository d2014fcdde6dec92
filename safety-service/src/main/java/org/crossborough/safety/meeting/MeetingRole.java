package org.crossborough.safety.meeting;

/** Who was at a meeting, or has to do something after it; people are not named. */
enum MeetingRole {
  SUPPORT_WORKER,
  SUPPORT_MANAGER,
  FACILITATOR,
  PROGRAMME_MANAGER,
  ASSESSOR,
  DRUG_ALCOHOL_WORKER,
  SAFEGUARDING_LEAD,
  OTHER
}
