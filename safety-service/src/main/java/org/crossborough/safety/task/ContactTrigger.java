package org.crossborough.safety.task;

/** What calls for something to be done about a survivor. */
public enum ContactTrigger {
  DETAILS_RECEIVED(2, true),
  ACCEPTANCE(2, true),
  START(1, true),
  CONCERN(1, true),
  EXIT(1, true),
  COMPLETION(2, true),
  NOT_STARTED(1, true),
  REFERRAL_ENDED(1, true),
  SUSPENSION(1, true),
  RESUMPTION(1, true),
  RISK_DISCLOSURE(1, true),
  NEW_PARTNER(2, true),
  /** The next contact that was agreed, or that is due because none was. */
  NEXT_CONTACT(10, true),
  /** Somebody else was found at one of her contact points. */
  SAFETY_REVIEW(1, false),
  /** News of the programme that she wished to have. */
  NOTIFICATION(1, false),
  /** What she asked about her own record. */
  HER_REQUEST(5, false);

  private final int workingDays;
  private final boolean contact;

  ContactTrigger(int workingDays, boolean contact) {
    this.workingDays = workingDays;
    this.contact = contact;
  }

  /** Working days to do it in, unless configured otherwise. */
  int workingDays() {
    return workingDays;
  }

  /** Whether any attempt to reach her does it; the others are done by whoever says so. */
  public boolean isContact() {
    return contact;
  }

  /** Whether it does not wait for a working day. */
  public boolean isUrgent() {
    return this == RISK_DISCLOSURE;
  }
}
