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
  HER_REQUEST(5, false),
  /** Her risk is to be looked at again, after what happened or changed. */
  RISK_REASSESSMENT(2, false),
  /** Her risk was found to be high: the conference of her borough has to hear of it. */
  MARAC_REFERRAL(1, false),
  /** Her safety plan is to be gone through with her again, on the day that was agreed. */
  SAFETY_PLAN_REVIEW(5, false),
  /** What a case-management meeting decided to do. */
  MEETING_ACTION(5, false);

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
