package org.crossborough.referral.form;

/** How telephone numbers and e-mail addresses are written where they belong. */
public final class Telecom {

  /** A telephone number: digits with the usual signs between them. */
  public static final String PHONE = "\\+?[0-9 ()-]{7,24}";

  /** An e-mail address, checked for its shape only. */
  public static final String EMAIL =
      "[A-Za-z0-9._%+'-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,24}";

  private Telecom() {}
}
