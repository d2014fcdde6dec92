package org.crossborough.safety.casebook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds what would let somebody be reached. In a note it would escape the marks that say whether it
 * may be used, and stay there after it became unsafe; a contact point is where it belongs.
 */
final class ContactDetails {

  private static final Pattern PHONE =
      Pattern.compile("(?<!\\d)(?:\\+\\d|0)(?:[\\s().-]{0,2}\\d){8,}");
  private static final Pattern POSTCODE =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s{0,2}\\d[ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]@[^\\s@]+\\.[^\\s@]");

  private ContactDetails() {}

  /** Whether a text carries a telephone number, a postcode or an e-mail address. */
  static boolean in(String text) {
    // Full-width and other compatibility forms read like the plain ones.
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return PHONE.matcher(plain).find()
        || POSTCODE.matcher(plain).find()
        || EMAIL.matcher(plain).find();
  }
}
