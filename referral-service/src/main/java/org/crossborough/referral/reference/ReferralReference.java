package org.crossborough.referral.reference;

import java.util.UUID;

/**
 * A referral's name for people: nine random characters and one that checks them, as {@code
 * 7K2M9-QX4TC}. The alphabet has a prime number of characters (without 0, O, 1, I, L), so weights
 * that differ detect every wrong character and every two that changed places.
 */
public final class ReferralReference {

  static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int CHARACTERS = 9;
  private static final int HALF = 5;

  private ReferralReference() {}

  /** A reference out of the randomness of an id; unlikely to exist, and refused if it does. */
  public static String random() {
    long seed = UUID.randomUUID().getLeastSignificantBits() & Long.MAX_VALUE;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      text.append(ALPHABET.charAt((int) (seed % ALPHABET.length())));
      seed /= ALPHABET.length();
    }
    text.append(check(text));
    return text.insert(HALF, '-').toString();
  }

  /** Whether a reference was read or typed without a mistake that the check finds. */
  public static boolean holds(String reference) {
    String text = reference.replace("-", "");
    return text.length() == CHARACTERS + 1
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
        && check(text.substring(0, CHARACTERS)) == text.charAt(CHARACTERS);
  }

  private static char check(CharSequence text) {
    int sum = 0;
    for (int i = 0; i < CHARACTERS; i++) {
      sum += (i + 2) * ALPHABET.indexOf(text.charAt(i));
    }
    return ALPHABET.charAt(sum % ALPHABET.length());
  }
}
